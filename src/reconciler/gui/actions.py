"""The one table of actions: what each is called, its keys, where it stands and what it needs.

Menus, tool bar, key sheet, tests of keys and tests of undo are all made from this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from reconciler.gui.marking import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """The menus, in their order."""

    CASE = "case"
    EDIT = "edit"
    SOURCE = "source"
    REVIEW = "review"
    VIEW = "view"
    HELP = "help"


class SubMenu(StrEnum):
    """Menus within a menu."""

    SIGNALS = "signals"
    KINDS = "kinds"
    QUEUE = "queue"
    BULK = "bulk"
    READING = "reading"
    HAND = "hand"
    CLAIM = "claim"
    PANES = "panes"


class Needs(StrEnum):
    """What must be there for an action to be possible."""

    NOTHING = "nothing"
    CASE = "case"
    CHANGE = "change"
    INTAKE = "intake"
    MATCH = "match"
    CLAIM = "claim"
    CLAIM_CHANGE = "claim_change"
    MATCH_CHANGE = "match_change"
    AGAIN = "again"
    LINK = "link"
    PAIR = "pair"
    UNDO = "undo"
    REDO = "redo"
    FIND = "find"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `slot` names ``group.method`` of `commands.Commands`.

    `keys` are portable key sequences, the first shown; `alternatives` stand for the same keys on
    other keyboards (the unshifted digit row of a French one) and habits of other programs.
    `short` is the name where there is little room, on the tool bar.
    `within` puts it into a menu within the menu.
    `changes` is true for what is written to the case, and so must be undoable.
    """

    id: str
    menu: Menu
    text: str
    slot: str
    keys: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    tip: str = ""
    needs: Needs = Needs.CASE
    short: str = ""
    changes: bool = False
    checkable: bool = False
    opens_group: bool = False
    within: SubMenu | None = None


# What these keys are called on a French keyboard; the names in Qt's own translation stand on none.
KEY_NAMES = (QT_TRANSLATE_NOOP("QShortcut", "Backspace"), QT_TRANSLATE_NOOP("QShortcut", "Return"))


def _text(text: str) -> str:
    return QCoreApplication.translate("actions", text)


def label(spec: ActionSpec) -> str:
    """Return an action's name in the interface's language."""
    return _text(spec.text)


def short_label(spec: ActionSpec) -> str:
    """Return an action's name for the tool bar, in the interface's language."""
    return (_text(spec.short) if spec.short else label(spec)).replace("&", "").rstrip("…")


def tip(spec: ActionSpec) -> str:
    """Return an action's longer description in the interface's language, or its name."""
    return _text(spec.tip) if spec.tip else label(spec).replace("&", "").rstrip("…")


def menu_label(menu: Menu) -> str:
    """Return a menu's name in the interface's language."""
    names: Mapping[Menu, str] = {
        Menu.CASE: QCoreApplication.translate("actions", "&Case"),
        Menu.EDIT: QCoreApplication.translate("actions", "&Edit"),
        Menu.SOURCE: QCoreApplication.translate("actions", "&Source"),
        Menu.REVIEW: QCoreApplication.translate("actions", "&Review"),
        Menu.VIEW: QCoreApplication.translate("actions", "&View"),
        Menu.HELP: QCoreApplication.translate("actions", "&Help"),
    }
    return names[menu]


def sub_menu_label(menu: SubMenu) -> str:
    """Return the name of a menu within a menu in the interface's language."""
    names: Mapping[SubMenu, str] = {
        SubMenu.SIGNALS: QCoreApplication.translate("actions", "Kinds of si&gnal"),
        SubMenu.KINDS: QCoreApplication.translate("actions", "&Kind of statement"),
        SubMenu.QUEUE: QCoreApplication.translate("actions", "Filters and orders of the &queue"),
        SubMenu.BULK: QCoreApplication.translate("actions", "Several &matches at once"),
        SubMenu.READING: QCoreApplication.translate("actions", "Rea&ding"),
        SubMenu.HAND: QCoreApplication.translate("actions", "By &hand"),
        SubMenu.CLAIM: QCoreApplication.translate("actions", "Cl&aim"),
        SubMenu.PANES: QCoreApplication.translate("actions", "Articles side &by side"),
    }
    return names[menu]


ACTIONS: tuple[ActionSpec, ...] = (
    # Case
    ActionSpec(
        "new_case", Menu.CASE, QT_TRANSLATE_NOOP("actions", "&New case from articles…"), "case.new_case",
        keys=("Ctrl+N",), needs=Needs.NOTHING,
    ),
    ActionSpec(
        "open_case", Menu.CASE, QT_TRANSLATE_NOOP("actions", "&Open case…"), "case.open_case",
        keys=("Ctrl+O",), needs=Needs.NOTHING,
    ),
    ActionSpec(
        "save_case_as", Menu.CASE, QT_TRANSLATE_NOOP("actions", "&Save case as…"), "case.save_as",
        keys=("Ctrl+Shift+S",), opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Save the case under another name or elsewhere, and go on there"),
    ),
    ActionSpec(
        "rename_case", Menu.CASE, QT_TRANSLATE_NOOP("actions", "&Rename case…"), "case.rename",
        needs=Needs.CHANGE,
    ),
    ActionSpec(
        "export", Menu.CASE, QT_TRANSLATE_NOOP("actions", "&Export…"), "exporting.show", keys=("Ctrl+E",),
        tip=QT_TRANSLATE_NOOP("actions", "Write a report, a workbook or a table of the case to hand over"),
    ),
    ActionSpec(
        "compare_colleague", Menu.CASE, QT_TRANSLATE_NOOP("actions", "Compare with a co&lleague’s case…"),
        "colleague.compare", keys=("Ctrl+Shift+M",),
        tip=QT_TRANSLATE_NOOP("actions", "How far both agree; what they disagree on is settled one by one"),
    ),
    ActionSpec(
        "show_in_folder", Menu.CASE, QT_TRANSLATE_NOOP("actions", "Show in &folder"), "case.show_in_folder",
    ),
    ActionSpec(
        "delete_case", Menu.CASE, QT_TRANSLATE_NOOP("actions", "Move case to the &trash…"), "case.delete",
        needs=Needs.CHANGE,
    ),
    ActionSpec(
        "close_case", Menu.CASE, QT_TRANSLATE_NOOP("actions", "&Close case"), "case.close",
        keys=("Ctrl+W",), opens_group=True,
    ),
    ActionSpec(
        "quit", Menu.CASE, QT_TRANSLATE_NOOP("actions", "&Quit"), "case.quit",
        keys=("Ctrl+Q",), needs=Needs.NOTHING,
    ),
    # Edit
    ActionSpec(
        "undo", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Undo"), "review.undo",
        keys=("Ctrl+Z",), needs=Needs.UNDO,
    ),
    ActionSpec(
        "redo", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Redo"), "review.redo",
        keys=("Ctrl+Shift+Z",), alternatives=("Ctrl+Y",), needs=Needs.REDO,
    ),
    ActionSpec(
        "history", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&History…"), "history.show",
        keys=("Ctrl+H",),
        tip=QT_TRANSLATE_NOOP("actions", "Every act of the case: look one up, go to its matches, revert it"),
    ),
    ActionSpec(
        "match_history", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "History of this ma&tch…"),
        "history.of_match", keys=("Ctrl+Shift+H",), needs=Needs.MATCH,
        tip=QT_TRANSLATE_NOOP("actions", "Show the last act on this match in the history, to revert it"),
    ),
    ActionSpec(
        "copy_statement", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "Copy &statement with citation"),
        "review.copy_statement", keys=("Ctrl+Shift+C",), opens_group=True,
    ),
    ActionSpec(
        "copy_match", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "Copy &match with citations"),
        "review.copy_match", keys=("Ctrl+Alt+C",), needs=Needs.MATCH,
    ),
    ActionSpec(
        "analyst", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "Change &analyst…"), "analyst.change",
        keys=("Ctrl+Shift+U",), needs=Needs.NOTHING, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "The name that decisions are kept under"),
    ),
    ActionSpec(
        "find", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Find in all sources"), "view.find",
        keys=("Ctrl+F",), opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Words and “phrases” in all sources, notes and the history"),
    ),
    ActionSpec(
        "find_next", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "Find &next"), "view.find_next",
        keys=("F3",), alternatives=("Ctrl+G",), needs=Needs.FIND,
    ),
    ActionSpec(
        "find_previous", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "Find &previous"), "view.find_previous",
        keys=("Shift+F3",), alternatives=("Ctrl+Shift+G",), needs=Needs.FIND,
    ),
    ActionSpec(
        "preferences", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "Pr&eferences…"), "preferences.show",
        keys=("Ctrl+,",), needs=Needs.NOTHING, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Language, colours, text, keys: applied and kept at once"),
    ),
    ActionSpec(
        "claim_show", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Show in the panes"), "claims.go_to_panes",
        keys=("Ctrl+Return",), needs=Needs.CLAIM, within=SubMenu.CLAIM, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Bring the articles to the cell that is chosen; Enter does as well"),
    ),
    ActionSpec(
        "claim_order", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Order of the claims"), "claims.order",
        keys=("Ctrl+Shift+F9",), needs=Needs.CLAIM, within=SubMenu.CLAIM,
    ),
    ActionSpec(
        "claim_label", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Name of the claim"), "claims.label",
        keys=("C, L",), needs=Needs.CLAIM_CHANGE, opens_group=True, within=SubMenu.CLAIM,
        tip=QT_TRANSLATE_NOOP("actions", "A name of your own in the place of a source's words"),
    ),
    ActionSpec(
        "claim_wording", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Use these words for it"), "claims.wording",
        keys=("C, W",), needs=Needs.CLAIM_CHANGE, changes=True, within=SubMenu.CLAIM,
        tip=QT_TRANSLATE_NOOP("actions", "Measure the other sources against what this cell says"),
    ),
    ActionSpec(
        "claim_corroborated", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Corroborated"), "claims.corroborated",
        keys=("C, C",), needs=Needs.CLAIM_CHANGE, changes=True, opens_group=True, within=SubMenu.CLAIM,
        tip=QT_TRANSLATE_NOOP("actions", "Independent sources say it; once more takes it back"),
    ),
    ActionSpec(
        "claim_disputed", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Disputed"), "claims.disputed",
        keys=("C, D",), needs=Needs.CLAIM_CHANGE, changes=True, within=SubMenu.CLAIM,
        tip=QT_TRANSLATE_NOOP("actions", "Sources contradict each other on it; once more takes it back"),
    ),
    ActionSpec(
        "claim_single_source", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "Single so&urce"),
        "claims.single_source", keys=("C, S",), needs=Needs.CLAIM_CHANGE, changes=True, within=SubMenu.CLAIM,
        tip=QT_TRANSLATE_NOOP("actions", "All of it leads back to one source; once more takes it back"),
    ),
    ActionSpec(
        "claim_unclear", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "Unclea&r"), "claims.unclear",
        keys=("C, U",), needs=Needs.CLAIM_CHANGE, changes=True, within=SubMenu.CLAIM,
        tip=QT_TRANSLATE_NOOP("actions", "It can't be told; once more takes it back"),
    ),
    ActionSpec(
        "claim_note", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "No&te on the claim"), "claims.note",
        keys=("C, N",), needs=Needs.CLAIM_CHANGE, within=SubMenu.CLAIM,
    ),
    ActionSpec(
        "claim_triangles", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "What your decisions &imply…"),
        "claims.triangles", keys=("C, T",), within=SubMenu.CLAIM, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Matches that others imply, contradictions among your decisions"),
    ),
    ActionSpec(
        "claim_panel", Menu.EDIT, QT_TRANSLATE_NOOP("actions", "Detai&ls of the claim"), "claims.panel",
        keys=("C, P",), checkable=True, within=SubMenu.CLAIM, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Show the current claim beside the table"),
    ),
    # Source
    ActionSpec(
        "add_source", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Add source…"), "source.add",
        keys=("Ctrl+Shift+N",), short=QT_TRANSLATE_NOOP("actions", "Add source"), needs=Needs.CHANGE,
        changes=True,
    ),
    ActionSpec(
        "add_link", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "Add &link…"), "source.add_link",
        keys=("Ctrl+Shift+L",), needs=Needs.INTAKE, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "Fetch the page at an address, and nothing it refers to"),
    ),
    ActionSpec(
        "paste_source", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "Paste as a so&urce"), "source.paste",
        keys=("Ctrl+V",), needs=Needs.INTAKE, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "Make a source of the text, the files or the link on the clipboard"),
    ),
    ActionSpec(
        "source_properties", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Properties…"),
        "source.properties", keys=("Alt+Return",), changes=True, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Title, outlet, address, date and language of a source"),
    ),
    ActionSpec(
        "update_source", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "Up&date source…"), "version.update",
        keys=("Ctrl+U",), needs=Needs.CHANGE, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "Compare a source with its later text, and take that over"),
    ),
    ActionSpec(
        "orphans", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Orphaned decisions"), "version.orphans",
        keys=("Ctrl+Shift+R",), checkable=True,
        tip=QT_TRANSLATE_NOOP("actions", "Decisions whose statement is gone from its source"),
    ),
    ActionSpec(
        "reattach", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "Re-attac&h to the selected statements"),
        "version.reattach", keys=("Ctrl+R",), needs=Needs.PAIR, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "Put the orphaned decision that is chosen on two other statements"),
    ),
    ActionSpec(
        "former_version", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Former version in this pane"),
        "version.former", keys=("Alt+Left",), opens_group=True,
    ),
    ActionSpec(
        "later_version", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "Later &version in this pane"),
        "version.later", keys=("Alt+Right",),
    ),
    ActionSpec(
        "version_changes", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Changes since the former version"),
        "version.changes", keys=("Shift+F4",), checkable=True,
        tip=QT_TRANSLATE_NOOP("actions", "Mark in the articles what their former version did not have"),
    ),
    ActionSpec(
        "show_original", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Show original…"), "source.show_original",
        keys=("Ctrl+Shift+O",),
        tip=QT_TRANSLATE_NOOP("actions", "Look at the imported bytes as text; nothing in them is run"),
    ),
    ActionSpec(
        "export_original", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "E&xport original…"),
        "source.export_original", keys=("Ctrl+Shift+E",),
        tip=QT_TRANSLATE_NOOP("actions", "Save the imported bytes as a file, just as they came"),
    ),
    ActionSpec(
        "move_source_left", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "Move &before the previous source"),
        "source.move_left", keys=("Ctrl+Shift+Left",), needs=Needs.CHANGE, changes=True, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Put the source of this pane one place further to the front"),
    ),
    ActionSpec(
        "move_source_right", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "Move b&ehind the next source"),
        "source.move_right", keys=("Ctrl+Shift+Right",), needs=Needs.CHANGE, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "Put the source of this pane one place further to the back"),
    ),
    ActionSpec(
        "remove_source", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Remove source"), "source.remove",
        keys=("Ctrl+Shift+Delete",), needs=Needs.CHANGE, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "Take the source of this pane out of the case; undo brings it back"),
    ),
    ActionSpec(
        "split_statement", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "Spli&t statement"), "mend.split",
        keys=("S",), needs=Needs.CHANGE, changes=True, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Choose with the arrow keys where the statement is cut in two"),
    ),
    ActionSpec(
        "merge_statements", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Merge with the next statement"),
        "mend.merge", keys=("M",), needs=Needs.CHANGE, changes=True,
    ),
    ActionSpec(
        "kind_title", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Title"), "mend.kind_title",
        keys=("Shift+T",), needs=Needs.CHANGE, changes=True, within=SubMenu.KINDS,
    ),
    ActionSpec(
        "kind_lead", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Lead"), "mend.kind_lead",
        keys=("Shift+L",), needs=Needs.CHANGE, changes=True, within=SubMenu.KINDS,
    ),
    ActionSpec(
        "kind_heading", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Heading"), "mend.kind_heading",
        keys=("Shift+H",), needs=Needs.CHANGE, changes=True, within=SubMenu.KINDS,
        tip=QT_TRANSLATE_NOOP("actions", "Heading between paragraphs; it is not matched"),
    ),
    ActionSpec(
        "kind_sentence", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Sentence"), "mend.kind_sentence",
        keys=("Shift+S",), needs=Needs.CHANGE, changes=True, within=SubMenu.KINDS,
    ),
    ActionSpec(
        "kind_boilerplate", Menu.SOURCE, QT_TRANSLATE_NOOP("actions", "&Not part of the article"),
        "mend.kind_boilerplate", keys=("Shift+X",), needs=Needs.CHANGE, changes=True, within=SubMenu.KINDS,
        tip=QT_TRANSLATE_NOOP("actions", "A caption, a link to other pages, a button: it is not matched"),
    ),
    # Review
    ActionSpec(
        "next_match", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Next match"), "review.next",
        keys=("J",), alternatives=("Alt+Down",), short=QT_TRANSLATE_NOOP("actions", "Next"),
    ),
    ActionSpec(
        "previous_match", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Previous match"), "review.previous",
        keys=("K",), alternatives=("Alt+Up",), short=QT_TRANSLATE_NOOP("actions", "Previous"),
    ),
    ActionSpec(
        "skip", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Skip to the next undecided"), "review.skip",
        keys=("Space",), alternatives=("Ctrl+Shift+PgDown",),
    ),
    ActionSpec(
        "previous_undecided", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Pre&vious undecided"),
        "review.previous_undecided", keys=("Ctrl+Shift+PgUp",),
    ),
    ActionSpec(
        "confirm", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Confirm"), "review.confirm",
        keys=("A",), needs=Needs.MATCH_CHANGE, changes=True, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Both report the same thing; goes on to the next undecided match"),
    ),
    ActionSpec(
        "reject", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Reject"), "review.reject",
        keys=("R",), needs=Needs.MATCH_CHANGE, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "Not the same thing; goes on to the next undecided match"),
    ),
    ActionSpec(
        "unsure", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Unsure"), "review.unsure",
        keys=("U",), needs=Needs.MATCH_CHANGE, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "Neither a yes nor a no; goes on to the next undecided match"),
    ),
    ActionSpec(
        "relate_agrees", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "It &agrees"), "review.relate_agrees",
        keys=("1",), alternatives=("&",), needs=Needs.MATCH_CHANGE, changes=True, opens_group=True,
    ),
    ActionSpec(
        "relate_differs", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "It &differs"), "review.relate_differs",
        keys=("2",), alternatives=("É",), needs=Needs.MATCH_CHANGE, changes=True,
    ),
    ActionSpec(
        "relate_contradicts", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "It c&ontradicts"),
        "review.relate_contradicts", keys=("3",), alternatives=('"',), needs=Needs.MATCH_CHANGE, changes=True,
    ),
    ActionSpec(
        "clear", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "C&lear"), "review.clear",
        keys=("Backspace",), needs=Needs.MATCH_CHANGE, changes=True, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Take the verdict away; a match made by hand is unlinked"),
    ),
    ActionSpec(
        "take_up", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Take up the former verdict"),
        "review.take_up", keys=("T",), needs=Needs.AGAIN, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "Decide a match whose words changed as it was decided before"),
    ),
    ActionSpec(
        "note", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Not&e"), "review.note",
        keys=("N",), needs=Needs.MATCH_CHANGE,
    ),
    ActionSpec(
        "link", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Lin&k selected statements"), "review.link",
        keys=("L",), short=QT_TRANSLATE_NOOP("actions", "Link"), needs=Needs.LINK,
        changes=True, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Link the statements selected in two panes or more"),
    ),
    ActionSpec(
        "select_statement", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Select for linking"), "hand.select",
        keys=("X",), alternatives=("Ctrl+Space",), within=SubMenu.HAND,
        tip=QT_TRANSLATE_NOOP("actions", "Select this statement, or not any more; Shift and arrows: several"),
    ),
    ActionSpec(
        "silence", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Nothing corresponds…"), "hand.silence",
        keys=("0",), alternatives=("À",), needs=Needs.CHANGE, changes=True, within=SubMenu.HAND,
        tip=QT_TRANSLATE_NOOP("actions", "Shows the best candidates first; that nothing corresponds is kept"),
    ),
    ActionSpec(
        "pin", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Pin, or unpin"), "hand.pin",
        keys=("P",), needs=Needs.MATCH_CHANGE, changes=True, within=SubMenu.HAND,
        tip=QT_TRANSLATE_NOOP("actions", "Keep this match at hand, or not any more; a filter shows those"),
    ),
    ActionSpec(
        "retarget", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Move to another statement"), "hand.retarget",
        keys=("E",), needs=Needs.MATCH_CHANGE, changes=True, within=SubMenu.HAND,
        tip=QT_TRANSLATE_NOOP("actions", "Choose another statement for one end; relation and note go along"),
    ),
    ActionSpec(
        "split_group", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Split the &group…"), "hand.split_group",
        keys=("D",), needs=Needs.MATCH_CHANGE, changes=True, within=SubMenu.HAND,
        tip=QT_TRANSLATE_NOOP("actions", "Choose which of the confirmed matches that hang together stay"),
    ),
    ActionSpec(
        "confirm_sure", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Confirm all proposals of 90 % and more…"),
        "bulk.confirm_sure", keys=("Ctrl+Shift+A",), needs=Needs.CHANGE, changes=True, within=SubMenu.BULK,
        tip=QT_TRANSLATE_NOOP("actions", "Shows first which of the proposals in the list that would confirm"),
    ),
    ActionSpec(
        "reject_rest", Menu.REVIEW,
        QT_TRANSLATE_NOOP("actions", "&Reject the rest of this statement's proposals…"),
        "bulk.reject_rest", keys=("Ctrl+Shift+X",), needs=Needs.MATCH_CHANGE, changes=True,
        within=SubMenu.BULK,
        tip=QT_TRANSLATE_NOOP("actions", "Shows first which other proposals in the list that would reject"),
    ),
    ActionSpec(
        "confirm_up_to_here", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Confirm all &up to here…"),
        "bulk.confirm_up_to_here", keys=("Ctrl+Shift+Up",), needs=Needs.MATCH_CHANGE, changes=True,
        within=SubMenu.BULK,
        tip=QT_TRANSLATE_NOOP("actions", "Shows first which proposals, down to this one, that would confirm"),
    ),
    ActionSpec(
        "next_finding", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Next &finding"), "review.next_finding",
        keys=("F6",), opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Go to the next match of the list that differs in something"),
    ),
    ActionSpec(
        "previous_finding", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Previous findin&g"),
        "review.previous_finding", keys=("Shift+F6",),
        tip=QT_TRANSLATE_NOOP("actions", "Go to the match before in the list that differs in something"),
    ),
    ActionSpec(
        "next_contradiction", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Next contra&diction"),
        "review.next_contradiction", keys=("Ctrl+F6",),
        tip=QT_TRANSLATE_NOOP("actions", "Go to the next match of the list whose statements contradict"),
    ),
    ActionSpec(
        "previous_contradiction", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Pr&evious contradiction"),
        "review.previous_contradiction", keys=("Ctrl+Shift+F6",),
        tip=QT_TRANSLATE_NOOP("actions", "Go to the match before in the list whose statements contradict"),
    ),
    ActionSpec(
        "back", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&Back to where I was"), "review.back",
        keys=("Ctrl+B",),
        tip=QT_TRANSLATE_NOOP("actions", "Go back to the match that the last jump led away from"),
    ),
    ActionSpec(
        "forward", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "For&ward again"), "review.forward",
        keys=("Ctrl+Shift+B",),
        tip=QT_TRANSLATE_NOOP("actions", "Go again to the match that the way back led away from"),
    ),
    ActionSpec(
        "findings", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "All find&ings…"), "review.findings",
        keys=("Ctrl+Shift+F",),
        tip=QT_TRANSLATE_NOOP("actions", "All that differs in this case, the strongest first"),
    ),
    ActionSpec(
        "align_again", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Align the rest a&gain"), "align.again",
        keys=("F5",), needs=Needs.CHANGE, changes=True, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Propose anew what nobody has decided; all decisions stay"),
    ),
    ActionSpec(
        "matching", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "&What counts as a match…"), "align.matching",
        keys=("Shift+F5",), needs=Needs.CHANGE, changes=True,
        tip=QT_TRANSLATE_NOOP("actions", "From whole statement to part of it, and what your decisions teach"),
    ),
    ActionSpec(
        "learn", Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Learn from &my decisions"), "align.learn",
        keys=("Ctrl+F5",), needs=Needs.CHANGE, changes=True, checkable=True,
        tip=QT_TRANSLATE_NOOP("actions", "Rank what is undecided by what your decisions teach"),
    ),
    # View
    ActionSpec(
        "view_panes", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Panes"), "claims.show_panes",
        keys=("Ctrl+1",), alternatives=("Ctrl+&",), checkable=True,
        tip=QT_TRANSLATE_NOOP("actions", "The articles side by side, with the matches to review"),
    ),
    ActionSpec(
        "view_claims", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Claims"), "claims.show_claims",
        keys=("Ctrl+2",), alternatives=("Ctrl+É",), checkable=True,
        tip=QT_TRANSLATE_NOOP("actions", "Who says what: a table of claims against sources"),
    ),
    ActionSpec(
        "view_report", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Report"), "claims.show_report",
        keys=("Ctrl+3",), alternatives=('Ctrl+"',), checkable=True,
        short=QT_TRANSLATE_NOOP("actions", "Report"),
        tip=QT_TRANSLATE_NOOP("actions", "The report as it would be exported, with what is left out"),
    ),
    ActionSpec(
        "view_sources", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "S&ources"), "claims.show_sources",
        keys=("Ctrl+4",), alternatives=("Ctrl+'",), checkable=True,
        tip=QT_TRANSLATE_NOOP("actions", "What each source alone has, leaves out, asserts, shares, and when"),
    ),
    ActionSpec(
        "focus_queue", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Go to the review &queue"), "view.focus_queue",
        keys=("Alt+0",), alternatives=("Alt+À",), opens_group=True,
    ),
    ActionSpec(
        "focus_left", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Go to the &first article"), "view.focus_left",
        keys=("Alt+1",), alternatives=("Alt+&",), within=SubMenu.PANES,
    ),
    ActionSpec(
        "focus_right", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Go to the se&cond article"),
        "view.focus_right", keys=("Alt+2",), alternatives=("Alt+É",), within=SubMenu.PANES,
    ),
    ActionSpec(
        "focus_third", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Go to the t&hird article"),
        "view.focus_third", keys=("Alt+3",), alternatives=('Alt+"',), within=SubMenu.PANES,
        tip=QT_TRANSLATE_NOOP("actions", "To the third article; with two, to the inspector beside them"),
    ),
    ActionSpec(
        "focus_fourth", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Go to the fo&urth article"),
        "view.focus_fourth", keys=("Alt+4",), alternatives=("Alt+'",), within=SubMenu.PANES,
        tip=QT_TRANSLATE_NOOP("actions", "To the fourth article; with fewer, to the inspector beside them"),
    ),
    ActionSpec(
        "source_here", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Show another source here…"), "panes.choose",
        keys=("V",), within=SubMenu.PANES, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Choose by its letter what the pane with the keys shows"),
    ),
    ActionSpec(
        "pane_more", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "O&ne article more"), "panes.more",
        keys=("Alt++",), alternatives=("Alt+=",), within=SubMenu.PANES,
        tip=QT_TRANSLATE_NOOP("actions", "Put the next source beside the others: four at most, if they fit"),
    ),
    ActionSpec(
        "pane_fewer", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "One article fe&wer"), "panes.fewer",
        keys=("Alt+-",), within=SubMenu.PANES,
        tip=QT_TRANSLATE_NOOP("actions", "Take the article with the keys out of the row, or the last one"),
    ),
    ActionSpec(
        "panes_alone", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Articles alone, or not"), "panes.alone",
        keys=("Shift+F11",), within=SubMenu.PANES,
        tip=QT_TRANSLATE_NOOP("actions", "Fold the queue and the inspector away, or bring them back"),
    ),
    ActionSpec(
        "focus_inspector", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Go to the &inspector"),
        "view.focus_inspector", keys=("Alt+5",), alternatives=("Alt+(",),
    ),
    ActionSpec(
        "filters", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "F&ilter the queue"), "view.filter",
        keys=("F8",), opens_group=True,
    ),
    ActionSpec(
        "filter_kinds", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Filter by &kind of difference"),
        "view.filter_kinds", keys=("Shift+F8",), within=SubMenu.QUEUE,
    ),
    ActionSpec(
        "filter_more", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Further filters"), "view.filter_more",
        keys=("Ctrl+F8",), within=SubMenu.QUEUE,
        tip=QT_TRANSLATE_NOOP("actions", "Filter by strength, sources, notes and who decided"),
    ),
    ActionSpec(
        "queue_order", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Order of the matches"), "view.queue_order",
        keys=("Ctrl+Shift+F8",), within=SubMenu.QUEUE,
    ),
    ActionSpec(
        "clear_filters", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Take all filters off"),
        "view.clear_filters", keys=("Shift+Esc",), within=SubMenu.QUEUE,
        tip=QT_TRANSLATE_NOOP("actions", "Show all matches of this state again"),
    ),
    ActionSpec(
        "overview", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Overview strips"), "view.overview",
        keys=("F9",), checkable=True,
    ),
    ActionSpec(
        "linked_scrolling", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Linked &scrolling"),
        "view.linked_scrolling", keys=("F7",), checkable=True,
    ),
    ActionSpec(
        "bring_here", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Bring counterparts here"),
        "reading.bring_here", keys=("B",), within=SubMenu.READING,
        tip=QT_TRANSLATE_NOOP("actions", "Bring what corresponds to this statement level with it"),
    ),
    ActionSpec(
        "jump", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Go to the next counterpart"), "reading.jump",
        keys=("G",), within=SubMenu.READING,
        tip=QT_TRANSLATE_NOOP("actions", "Jump to what corresponds to this statement in the other article"),
    ),
    ActionSpec(
        "jump_back", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Back to where I was &reading"),
        "reading.jump_back", keys=("Shift+G",), within=SubMenu.READING,
        tip=QT_TRANSLATE_NOOP("actions", "Show again what was read before the last jump to a counterpart"),
    ),
    ActionSpec(
        "focus_mode", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Dim what has been decided"),
        "reading.focus_mode", keys=("F",), checkable=True, within=SubMenu.READING,
        tip=QT_TRANSLATE_NOOP("actions", "Let statements step back of which all matches have a verdict"),
    ),
    ActionSpec(
        "blind", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Hide confidence and reasons"), "analyst.blind",
        keys=("F2",), needs=Needs.NOTHING, checkable=True, opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "Blind mode: decide unswayed by the program; that is recorded"),
    ),
    ActionSpec(
        "signals", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Si&gnals in the articles"), "view.signals",
        keys=("F4",), checkable=True,
        tip=QT_TRANSLATE_NOOP("actions", "Underline figures, dates, quotes and the like in the articles"),
    ),
    ActionSpec(
        "signals_quote", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Quotes"), "view.signal_kinds",
        checkable=True, within=SubMenu.SIGNALS,
    ),
    ActionSpec(
        "signals_figure", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Figures"), "view.signal_kinds",
        checkable=True, within=SubMenu.SIGNALS,
    ),
    ActionSpec(
        "signals_date", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Dates"), "view.signal_kinds",
        checkable=True, within=SubMenu.SIGNALS,
    ),
    ActionSpec(
        "signals_name", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Names"), "view.signal_kinds",
        checkable=True, within=SubMenu.SIGNALS,
    ),
    ActionSpec(
        "signals_attribution", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Attributions"), "view.signal_kinds",
        checkable=True, within=SubMenu.SIGNALS,
    ),
    ActionSpec(
        "signals_certainty", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Certainty"), "view.signal_kinds",
        checkable=True, within=SubMenu.SIGNALS,
    ),
    ActionSpec(
        "signals_negation", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Ne&gations"), "view.signal_kinds",
        checkable=True, within=SubMenu.SIGNALS,
    ),
    ActionSpec(
        "text_larger", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Larger text"), "view.text_larger",
        keys=("Ctrl++",), alternatives=("Ctrl+=",), opens_group=True,
    ),
    ActionSpec(
        "text_smaller", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "S&maller text"), "view.text_smaller",
        keys=("Ctrl+-",),
    ),
    ActionSpec(
        "text_normal", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Normal text size"), "view.text_normal",
        keys=("Ctrl+0",), alternatives=("Ctrl+À",),
    ),
    ActionSpec(
        "statistics", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "Sta&tistics…"), "review.statistics",
        keys=("Ctrl+Shift+T",), opens_group=True,
        tip=QT_TRANSLATE_NOOP("actions", "How far and how fast you are, and how often the program was right"),
    ),
    ActionSpec(
        "full_screen", Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&Full screen"), "view.full_screen",
        keys=("F11",), needs=Needs.NOTHING, checkable=True,
    ),
    # Help
    ActionSpec(
        "keys", Menu.HELP, QT_TRANSLATE_NOOP("actions", "&Keys"), "help.keys",
        keys=("F1",), alternatives=("?",), needs=Needs.NOTHING,
    ),
    ActionSpec(
        "guide", Menu.HELP, QT_TRANSLATE_NOOP("actions", "&Guide"), "help.guide",
        keys=("Ctrl+F1",), needs=Needs.NOTHING,
        tip=QT_TRANSLATE_NOOP("actions", "How to work with the program, in a few pages"),
    ),
    ActionSpec(
        "tour", Menu.HELP, QT_TRANSLATE_NOOP("actions", "&Tour of the sample"), "help.tour",
        keys=("Shift+F1",), needs=Needs.NOTHING,
        tip=QT_TRANSLATE_NOOP("actions", "Open the sample and be shown around in five steps"),
    ),
    ActionSpec(
        "about", Menu.HELP, QT_TRANSLATE_NOOP("actions", "&About Reconciler"), "help.about",
        needs=Needs.NOTHING,
    ),
)  # fmt: skip
