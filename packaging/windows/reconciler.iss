; Inno Setup 6: an installer for one user that needs no administrator.
;
;   iscc /DVersion=0.1.0 packaging\windows\reconciler.iss      ; dist\reconciler is what PyInstaller made
;
; Cases are in the user's own folders and are touched neither by an upgrade nor by removing.

#ifndef Version
  #error "say which version: iscc /DVersion=1.2.3"
#endif

[Setup]
AppId={{6E0C3E1B-3B3A-4E55-9C0C-5F0B7C5B9D21}
AppName=Reconciler
AppVersion={#Version}
AppPublisher=The Reconciler authors
DefaultDirName={autopf}\Reconciler
DefaultGroupName=Reconciler
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=reconciler-{#Version}-windows-x64
SetupIconFile=..\..\build\package\icons\reconciler.ico
UninstallDisplayIcon={app}\reconcilerw.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
#ifdef Sign
SignTool=sign
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
en.CaseType=Reconciler case
fr.CaseType=Dossier Reconciler
en.Desktop=Put an icon on the desktop
fr.Desktop=Placer une icône sur le bureau
en.Start=Start Reconciler
fr.Start=Démarrer Reconciler

[Tasks]
Name: "desktopicon"; Description: "{cm:Desktop}"; Flags: unchecked

[InstallDelete]
; An upgrade leaves nothing of the older version behind.
Type: filesandordirs; Name: "{app}\lib"

[Files]
Source: "..\..\dist\reconciler\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Reconciler"; Filename: "{app}\reconcilerw.exe"
Name: "{autodesktop}\Reconciler"; Filename: "{app}\reconcilerw.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.reconciler"; ValueType: string; ValueData: "Reconciler.Case"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Reconciler.Case"; ValueType: string; ValueData: "{cm:CaseType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Reconciler.Case\DefaultIcon"; ValueType: string; ValueData: "{app}\reconcilerw.exe,0"
Root: HKA; Subkey: "Software\Classes\Reconciler.Case\shell\open\command"; ValueType: string; ValueData: """{app}\reconcilerw.exe"" ""%1"""

[Run]
Filename: "{app}\reconcilerw.exe"; Description: "{cm:Start}"; Flags: nowait postinstall skipifsilent
