"""What the frozen program does without, and why."""

import re
import sys

MODULES = [
    # Other ways to draw windows, and tools of those who write programs.
    "IPython", "matplotlib", "pip", "pytest", "setuptools", "pkg_resources", "tkinter", "_pytest",
    "pydoc_data", "lib2to3", "ensurepip", "idlelib", "turtledemo",
    # Found because a library asks whether they are there; the program never does.
    "torch", "tensorflow", "mxnet", "jax", "cupy", "pandas", "sklearn", "uvloop", "trio",
    # Tests of the libraries.
    "spacy.tests", "thinc.tests", "numpy.tests", "scipy.tests", "srsly.tests", "blis.tests", "cymem.tests",
    "preshed.tests", "murmurhash.tests", "catalogue.tests", "confection.tests", "tld.tests",
    # Parts of Qt that no window of ours uses.
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtTest",
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets", "PySide6.QtConcurrent", "PySide6.QtXml", "PySide6.QtNetwork",
    # Found by following imports, for what no reader asks for.
    "lxml.isoschematron", "lxml.objectify", "readline", "_curses", "curses",
    "scipy.stats", "scipy.ndimage", "scipy.integrate", "scipy.interpolate", "scipy.signal", "scipy.io",
    "scipy.cluster", "scipy.datasets", "scipy.odr", "scipy.special.cython_special",
]  # fmt: skip

# fmt: off
_PATTERNS = (
    # What compilers read, and what only tests use.
    r"\.(c|cc|cpp|h|hpp|pxd|pyx|pyi|a|lib|prl|la|f2py_f2cmap|in)$",
    r"(^|/)(tests?|testing/data|examples)/",
    r"(^|/)py\.typed$",
    # Qt translates its own buttons; the program speaks English and French.
    r"PySide6/.*/translations/(?!qtbase_(en|fr)\.qm$)",
    # Plugins for what no window does: animations, the web, video, touch screens without a desktop.
    (r"PySide6/.*/plugins/(?!platforms/|platformthemes/|platforminputcontexts/|imageformats/|iconengines/"
    r"|styles/|printsupport/|xcbglintegrations/|wayland-|egldeviceintegrations/$)"),
    r"PySide6/.*/plugins/platforms/libq(eglfs|linuxfb|vnc|vkkhrdisplay|minimalegl|minimal)\.so$",
    r"PySide6/.*/plugins/platforminputcontexts/libqtvirtualkeyboardplugin\.so$",
    r"PySide6/.*/plugins/imageformats/.*q(pdf|tga|tiff|wbmp|webp|icns)\.",
    r"(^|/)libQt6(Qml|Quick|Network|VirtualKeyboard|Pdf|OpenGLWidgets|EglF[sS]|Sql|Test|Designer)[A-Za-z0-9]*\.so",
    # The desktop's own libraries, which must fit the drivers and settings of the machine: its packages
    # bring them, and the package's dependencies name them.
    (r"^lib(stdc\+\+|gcc_s|X11|X11-xcb|Xau|Xdmcp|Xext|xcb|xkbcommon|wayland-[a-z]+|drm|gbm|EGL|GL|GLX|GLdispatch"
    r"|OpenGL|fontconfig|freetype|harfbuzz|graphite2|glib-2\.0|gobject-2\.0|gio-2\.0|gmodule-2\.0|gthread-2\.0"
    r"|gdk-3|gdk_pixbuf-2\.0|gtk-3|atk-1\.0|atk-bridge-2\.0|atspi|pango[a-z0-9-]*-1\.0|cairo|cairo-gobject|pixman-1"
    r"|dbus-1|systemd|cups|gssapi_krb5|krb5|k5crypto|krb5support|com_err|keyutils|avahi-[a-z]+|gnutls|nettle"
    r"|hogweed|idn2|unistring|tasn1|p11-kit|gmp|epoxy|fribidi|thai|datrie|Xi|Xcomposite|Xdamage|Xfixes|Xcursor"
    r"|Xrandr|Xinerama|Xrender|mount|blkid|selinux|pcre2-8|cap|gcrypt|gpg-error|lz4|zstd|brotli[a-z]+|bsd|md"
    r"|png16|jpeg|tiff|webp|jbig|deflate|Lerc|expat)\.so"),
    # Metadata says what is shipped (`reconciler.shipped`). These files of it say where it was built.
    r"\.dist-info/(INSTALLER|REQUESTED|direct_url\.json|top_level\.txt|WHEEL|sboms/.*|zip-safe)$",
    r"^(?!reconciler-).*\.dist-info/RECORD$",
    # Word frequencies are taken from the small lists; the large ones are 48 MB.
    r"^wordfreq/data/(large_|jieba_|_chinese)",
    # How months and currencies are written in 800 regions: read for names of languages only. 30 MB.
    r"^babel/locale-data/(?!(root|de|en|es|fr|it|nl|pt|ru|en_GB|en_US)\.dat$)",
    # Nobody writes news in them: ancient Greek, Latin, Middle English.
    r"^simplemma/.*/(grc|la|enm)\.plzma$",
    # The kernels of BLIS a second time; `blis_py.py` does what is called of them. 17 MB.
    r"^blis/py\.(cpython|cp\d)",
    # Twins for newer processors, faster where thousands of pairs are compared in one call. 5 MB.
    r"^rapidfuzz/(fuzz|distance/metrics)_cpp_avx2\.",
    # Time zones, asked for on Windows only; here the system has them.
    *((r"^tzdata/zoneinfo/",) if sys.platform != "win32" else ()),
    # The unpacked twin of a template that is there.
    r"^docx/templates/default-docx-template/",
    # Needed to install the libraries that ask for them, not to run them.
    r"^(pip|setuptools)-[^/]*\.dist-info/",
)
# fmt: on
_LEFT_OUT = re.compile("|".join(f"(?:{each})" for each in _PATTERNS))


def is_left_out(name: str) -> bool:
    """Whether a file, by its place in the program's folder, is left out."""
    return _LEFT_OUT.search(name.replace("\\", "/")) is not None


def is_module_left_out(name: str) -> bool:
    """Whether a Python module that was found is left out: how to colour 500 programming languages."""
    return name.startswith("pygments.lexers.") and not name.endswith(("._mapping", ".python"))
