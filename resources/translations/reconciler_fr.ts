<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Reconciler</source>
        <translation>À propos de Reconciler</translation>
    </message>
    <message>
        <source>Shipped with it</source>
        <translation>Livré avec le programme</translation>
    </message>
    <message>
        <source>Reconciler {version}</source>
        <translation>Reconciler {version}</translation>
    </message>
    <message>
        <source>Compares several articles on one event, statement by statement. It works on this machine alone: nothing leaves it.</source>
        <translation>Compare, énoncé par énoncé, plusieurs articles sur un même événement. Tout se passe sur cet ordinateur&#xa0;: rien n’en sort.</translation>
    </message>
    <message>
        <source>It never looks for updates by itself.</source>
        <translation>Le programme ne cherche jamais de mise à jour de lui-même.</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Dossier ouvert</translation>
    </message>
    <message>
        <source>New cases</source>
        <translation>Nouveaux dossiers</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Reconciler is under the MIT licence. Qt and PySide6 are used under the LGPL, version 3: their libraries are separate files that you may replace; their source is at {address}.</source>
        <translation>Reconciler est sous licence MIT. Qt et PySide6 sont utilisés sous la LGPL, version 3&#xa0;: leurs bibliothèques sont des fichiers séparés que vous pouvez remplacer&#x202f;; leur code source se trouve à l’adresse {address}.</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>Lecture des licences…</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Copier pour un rapport d’anomalie</translation>
    </message>
    <message>
        <source>Versions and counts; no text, no name and no path of a case</source>
        <translation>Versions et nombres&#x202f;; ni texte, ni nom, ni chemin d’un dossier</translation>
    </message>
    <message>
        <source>Not installed: run from its source.</source>
        <translation>Non installé&#xa0;: lancé depuis son code source.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>The text of its licence was not shipped with it.</source>
        <translation>Le texte de sa licence n’a pas été livré avec.</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Aucun dossier n’est ouvert.</translation>
    </message>
</context>
<context>
    <name>ActGroup</name>
    <message>
        <source>Verdicts</source>
        <translation>Verdicts</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Links by hand</source>
        <translation>Liens à la main</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Silences</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>Épingles</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Assertions</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Énoncés</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignement</translation>
    </message>
    <message>
        <source>What was undone or reverted</source>
        <translation>Annulations et révocations</translation>
    </message>
</context>
<context>
    <name>ActRow</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulation&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rétablissement&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Reverted: {what}</source>
        <translation>Révocation&#xa0;: {what}</translation>
    </message>
    <message>
        <source>{act} ({lost})</source>
        <translation>{act} ({lost})</translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation>«&#xa0;{note}&#xa0;»</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>supprimée</translation>
    </message>
    <message>
        <source>{act}: {what}</source>
        <translation>{act}&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>AddLinkDialog</name>
    <message>
        <source>Add link</source>
        <translation>Ajouter un lien</translation>
    </message>
    <message>
        <source>Address of the article, or several, one in each line:</source>
        <translation>Adresse de l’article, ou plusieurs, une par ligne&#xa0;:</translation>
    </message>
    <message>
        <source>The page at the address is fetched, and nothing that it refers to: no pictures, no scripts, no cookies. The site sees the address of this machine, as it would with a browser.</source>
        <translation>Seule la page à cette adresse est demandée, rien de ce à quoi elle renvoie&#xa0;: ni image, ni script, ni cookie. Le site voit l’adresse de cet ordinateur, comme il le ferait avec un navigateur.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>“{address}” is no address with http or https.</source>
        <translation>«&#xa0;{address}&#xa0;» n’est pas une adresse en http ou https.</translation>
    </message>
    <message>
        <source>Will be asked: {sites}</source>
        <translation>Sera interrogé&#xa0;: {sites}</translation>
    </message>
</context>
<context>
    <name>AddList</name>
    <message>
        <source>Articles to add</source>
        <translation>Articles à ajouter</translation>
    </message>
</context>
<context>
    <name>AddSourcesDialog</name>
    <message>
        <source>Add sources</source>
        <translation>Ajouter des sources</translation>
    </message>
    <message>
        <source>Added as soon as they are read; Esc stops that.</source>
        <translation>Ajoutés dès qu’ils seront lus&#x202f;; Échap arrête tout.</translation>
    </message>
    <message>
        <source>Enter adds them without waiting.</source>
        <translation>Entrée les ajoute sans attendre.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n article(s)</source>
        <translation>
            <numerusform>Ajouter %n article</numerusform>
            <numerusform>Ajouter %n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n illisible</numerusform>
            <numerusform>%n illisibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n déjà présent</numerusform>
            <numerusform>%n déjà présents</numerusform>
        </translation>
    </message>
    <message>
        <source>Up and Down go from statement to statement, Del takes one out of the article.</source>
        <translation>Haut et Bas vont d’un énoncé à l’autre, Suppr met l’énoncé hors de l’article.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Reading {name}…</source>
        <translation>Lecture de {name}…</translation>
    </message>
    <message>
        <source>Cutting into statements…</source>
        <translation>Découpage en énoncés…</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
</context>
<context>
    <name>AlignCommands</name>
    <message>
        <source>One article alone has nothing to be aligned with</source>
        <translation>Un article seul ne peut être aligné avec rien</translation>
    </message>
    <message>
        <source>Aligning the rest again…</source>
        <translation>Nouvel alignement du reste…</translation>
    </message>
    <message>
        <source>Aligned again: nothing changes</source>
        <translation>Nouvel alignement&#xa0;: rien ne change</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Taking in %n proposal(s)…</source>
        <translation>
            <numerusform>Prise en compte de %n proposition…</numerusform>
            <numerusform>Prise en compte de %n propositions…</numerusform>
        </translation>
    </message>
    <message>
        <source>Seeing what that gives…</source>
        <translation>Calcul de l’effet…</translation>
    </message>
    <message>
        <source>Seeing what that gives… {percent}</source>
        <translation>Calcul de l’effet… {percent}</translation>
    </message>
    <message>
        <source>What is left is ranked as the program came</source>
        <translation>Le reste est classé selon les réglages d’origine du programme</translation>
    </message>
</context>
<context>
    <name>AnalystCommands</name>
    <message>
        <source>Change analyst</source>
        <translation>Changer d’analyste</translation>
    </message>
    <message>
        <source>Decisions from now on are kept under this name; left empty, under “{login}”:</source>
        <translation>Les décisions à venir sont conservées sous ce nom&#x202f;; s’il reste vide, sous «&#xa0;{login}&#xa0;»&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message numerus="yes">
        <source>%n statement(s) selected</source>
        <translation>
            <numerusform>%n énoncé sélectionné</numerusform>
            <numerusform>%n énoncés sélectionnés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleForm</name>
    <message>
        <source>Add this article</source>
        <translation>Ajouter cet article</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation>Adresse (URL)</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>Take into the article</source>
        <translation>Reprendre dans l’article</translation>
    </message>
    <message>
        <source>&amp;Kind of the statement…</source>
        <translation>&amp;Nature de l’énoncé…</translation>
    </message>
    <message numerus="yes">
        <source>Article: %n statement(s)</source>
        <translation>
            <numerusform>Article&#xa0;: %n énoncé</numerusform>
            <numerusform>Article&#xa0;: %n énoncés</numerusform>
        </translation>
    </message>
    <message>
        <source> + {count} left aside</source>
        <translation> + {count} hors article</translation>
    </message>
    <message numerus="yes">
        <source>Left out of the page: %n</source>
        <translation>
            <numerusform>Écarté de la page&#xa0;: %n</numerusform>
            <numerusform>Écartés de la page&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No date found: that of the other sources is assumed.</source>
        <translation>Aucune date trouvée&#xa0;: celle des autres sources est supposée.</translation>
    </message>
    <message>
        <source>Figures, dates and quotes are found in French and English only.</source>
        <translation>Chiffres, dates et citations ne sont relevés qu’en français et en anglais.</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Outlet</source>
        <translation>&amp;Média</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>&amp;Publié</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Passages that were left out of the page</source>
        <translation>Passages écartés de la page</translation>
    </message>
</context>
<context>
    <name>ArticlePreview</name>
    <message>
        <source>What was taken as the article</source>
        <translation>Ce qui a été retenu comme article</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>intertitre</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>chapeau</translation>
    </message>
    <message>
        <source>left aside</source>
        <translation>hors article</translation>
    </message>
    <message>
        <source>details</source>
        <translation>en-tête</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Quitter la visite</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
</context>
<context>
    <name>BulkCommands</name>
    <message>
        <source>Not while confidence is hidden</source>
        <translation>Impossible tant que les probabilités sont masquées</translation>
    </message>
    <message>
        <source>{percent} and more</source>
        <comment>proposals so likely</comment>
        <translation>{percent} et plus</translation>
    </message>
    <message>
        <source>Confirm proposals</source>
        <translation>Confirmer des propositions</translation>
    </message>
    <message>
        <source>Statement {number} of {letter}</source>
        <translation>Énoncé {number} de {letter}</translation>
    </message>
    <message>
        <source>Both statements</source>
        <translation>Les deux énoncés</translation>
    </message>
    <message>
        <source>Reject the rest</source>
        <translation>Rejeter le reste</translation>
    </message>
    <message>
        <source>Up to here</source>
        <translation>Jusqu’ici</translation>
    </message>
    <message>
        <source>Confirm all up to here</source>
        <translation>Confirmer tout jusqu’ici</translation>
    </message>
    <message>
        <source>&amp;Confirm proposals by confidence (it is hidden)</source>
        <translation>&amp;Confirmer selon la confiance (elle est masquée)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Confirm the %n proposal(s) of 90 % and more…</source>
        <translation>
            <numerusform>&amp;Confirmer %n proposition à 90&#x202f;% et plus…</numerusform>
            <numerusform>&amp;Confirmer les %n propositions à 90&#x202f;% et plus…</numerusform>
        </translation>
    </message>
    <message>
        <source>No proposal in this list is meant by that</source>
        <translation>Aucune proposition de cette liste n’est concernée</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) confirmed; one undo takes that back</source>
        <translation>
            <numerusform>%n correspondance confirmée&#x202f;; une seule annulation défait le tout</numerusform>
            <numerusform>%n correspondances confirmées&#x202f;; une seule annulation défait le tout</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) rejected; one undo takes that back</source>
        <translation>
            <numerusform>%n correspondance rejetée&#x202f;; une seule annulation défait le tout</numerusform>
            <numerusform>%n correspondances rejetées&#x202f;; une seule annulation défait le tout</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>In this list: {filters}.</source>
        <translation>Dans cette liste&#xa0;: {filters}.</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) will be confirmed</source>
        <translation>
            <numerusform>%n proposition sera confirmée</numerusform>
            <numerusform>%n propositions seront confirmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n match(es)</source>
        <translation>
            <numerusform>Confirmer %n correspondance</numerusform>
            <numerusform>Confirmer %n correspondances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) will be rejected</source>
        <translation>
            <numerusform>%n proposition sera rejetée</numerusform>
            <numerusform>%n propositions seront rejetées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n match(es)</source>
        <translation>
            <numerusform>Rejeter %n correspondance</numerusform>
            <numerusform>Rejeter %n correspondances</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total} included</source>
        <translation>Comprises&#xa0;: {count} sur {total}</translation>
    </message>
    <message>
        <source>{option}: {count}</source>
        <comment>a choice of proposals and how many they are</comment>
        <translation>{option}&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Which proposals</source>
        <translation>Quelles propositions</translation>
    </message>
    <message>
        <source>Proposals; Space leaves one out</source>
        <translation>Propositions&#x202f;; Espace en écarte une</translation>
    </message>
    <message>
        <source>&amp;Which:</source>
        <translation>&amp;Lesquelles&#xa0;:</translation>
    </message>
    <message>
        <source>What is decided stays as it is; one undo takes this back. Space leaves one out.</source>
        <translation>Ce qui est décidé reste tel quel&#x202f;; une seule annulation défait le tout. Espace écarte une proposition.</translation>
    </message>
</context>
<context>
    <name>BulkRow</name>
    <message>
        <source>included</source>
        <translation>comprise</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>écartée</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
</context>
<context>
    <name>CaseCommands</name>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>New case from articles</source>
        <translation>Nouveau dossier à partir d’articles</translation>
    </message>
    <message>
        <source>Exported cases (*{suffix})</source>
        <translation>Dossiers exportés (*{suffix})</translation>
    </message>
    <message>
        <source>Save case as</source>
        <translation>Enregistrer le dossier sous</translation>
    </message>
    <message>
        <source>Cases (*{suffix})</source>
        <translation>Dossiers (*{suffix})</translation>
    </message>
    <message>
        <source>Rename case</source>
        <translation>Renommer le dossier</translation>
    </message>
    <message>
        <source>Name of the case:</source>
        <translation>Nom du dossier&#xa0;:</translation>
    </message>
    <message>
        <source>Move case to the trash</source>
        <translation>Mettre le dossier à la corbeille</translation>
    </message>
    <message>
        <source>Move “{case}” with all its decisions to the trash?</source>
        <translation>Mettre «&#xa0;{case}&#xa0;» et toutes ses décisions à la corbeille&#x202f;?</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
</context>
<context>
    <name>CellState</name>
    <message>
        <source>says</source>
        <translation>dit</translation>
    </message>
    <message>
        <source>attributed</source>
        <translation>attribue</translation>
    </message>
    <message>
        <source>hedged</source>
        <translation>avec réserve</translation>
    </message>
    <message>
        <source>says otherwise</source>
        <translation>dit autre chose</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>muette</translation>
    </message>
    <message>
        <source>searched, nothing there</source>
        <translation>cherché, rien trouvé</translation>
    </message>
    <message>
        <source>open: a proposal waits</source>
        <translation>à trancher</translation>
    </message>
</context>
<context>
    <name>ClaimCommands</name>
    <message>
        <source>A name needs more than digits</source>
        <translation>Un nom ne peut être fait de chiffres seuls</translation>
    </message>
    <message>
        <source>Choose a cell that says something first</source>
        <translation>Choisir d’abord une case qui dit quelque chose</translation>
    </message>
    <message>
        <source>Not {word} any more</source>
        <translation>N’est plus&#xa0;: {word}</translation>
    </message>
    <message>
        <source>Claim {number}: {word}</source>
        <translation>Affirmation {number}&#xa0;: {word}</translation>
    </message>
    <message>
        <source>No source is silent on it</source>
        <translation>Aucune source n’est muette là-dessus</translation>
    </message>
    <message>
        <source>Searched: nothing in {letter}</source>
        <translation>Cherché&#xa0;: rien dans {letter}</translation>
    </message>
    <message>
        <source>To be searched in {letter} again</source>
        <translation>À chercher de nouveau dans {letter}</translation>
    </message>
    <message>
        <source>A proposal waits there: Enter goes to it</source>
        <translation>Une proposition y attend&#xa0;: Entrée y mène</translation>
    </message>
    <message>
        <source>{letter} says something of it</source>
        <translation>{letter} en dit quelque chose</translation>
    </message>
</context>
<context>
    <name>ClaimPanel</name>
    <message>
        <source>Name of the claim</source>
        <translation>Nom de l’affirmation</translation>
    </message>
    <message>
        <source>A name of your own; empty, the claim has the words of a source</source>
        <translation>Un nom de votre choix&#x202f;; vide, l’affirmation a les mots d’une source</translation>
    </message>
    <message>
        <source>Note on this claim…</source>
        <translation>Note sur cette affirmation…</translation>
    </message>
    <message>
        <source>Note on this claim</source>
        <translation>Note sur cette affirmation</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>Affirmation {number}</translation>
    </message>
</context>
<context>
    <name>ClaimsFilters</name>
    <message>
        <source>Order of the claims</source>
        <translation>Ordre des affirmations</translation>
    </message>
    <message>
        <source>Which claims</source>
        <translation>Quelles affirmations</translation>
    </message>
    <message>
        <source>Claims with a cell in this state</source>
        <translation>Affirmations dont une case est dans cet état</translation>
    </message>
    <message>
        <source>Claims with this assessment</source>
        <translation>Affirmations ainsi jugées</translation>
    </message>
    <message>
        <source>Show only claims that hold these words</source>
        <translation>Ne montrer que les affirmations qui contiennent ces mots</translation>
    </message>
    <message>
        <source>Share of all statements that is accounted for</source>
        <translation>Part de tous les énoncés dont le sort est connu</translation>
    </message>
    <message>
        <source>All claims</source>
        <translation>Toutes les affirmations</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>Avec des constats</translation>
    </message>
    <message>
        <source>In several sources</source>
        <translation>Dans plusieurs sources</translation>
    </message>
    <message>
        <source>In one source only</source>
        <translation>Dans une seule source</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Any assessment</source>
        <translation>Tous les jugements</translation>
    </message>
    <message>
        <source>Not assessed</source>
        <translation>Non jugée</translation>
    </message>
    <message>
        <source>Order of the articles</source>
        <translation>Ordre des articles</translation>
    </message>
    <message>
        <source>Findings first</source>
        <translation>Constats d’abord</translation>
    </message>
    <message>
        <source>Most agreed first</source>
        <translation>Les plus concordantes</translation>
    </message>
    <message>
        <source>Earliest first</source>
        <translation>Les plus anciennes</translation>
    </message>
    <message>
        <source>Order in {letter}</source>
        <translation>Ordre de {letter}</translation>
    </message>
    <message>
        <source>{matched} stand in a confirmed match, {searched} were searched for in all other sources</source>
        <translation>{matched} figurent dans une correspondance confirmée, {searched} ont été cherchés dans toutes les autres sources</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n statement(s) accounted for, {share}</source>
        <translation>
            <numerusform>{done} énoncé traité sur&#x202f;%n, {share}</numerusform>
            <numerusform>{done} énoncés traités sur&#x202f;%n, {share}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsModel</name>
    <message>
        <source>Claim</source>
        <translation>Affirmation</translation>
    </message>
    <message>
        <source>{letter}, {name}</source>
        <translation>{letter}, {name}</translation>
    </message>
</context>
<context>
    <name>ClaimsTable</name>
    <message>
        <source>Claims against sources</source>
        <translation>Affirmations et sources</translation>
    </message>
</context>
<context>
    <name>ClaimsView</name>
    <message>
        <source>Take all filters off</source>
        <translation>Ôter tous les filtres</translation>
    </message>
    <message>
        <source>Nothing is confirmed yet: these claims follow from the program&apos;s proposals.</source>
        <translation>Rien n’est encore confirmé&#xa0;: ces affirmations découlent des propositions du programme.</translation>
    </message>
    <message>
        <source>Gathering the claims…</source>
        <translation>Réunion des affirmations…</translation>
    </message>
    <message>
        <source>There are no claims yet: the sources hold no statement that is compared.</source>
        <translation>Il n’y a pas encore d’affirmation&#xa0;: les sources ne contiennent aucun énoncé à comparer.</translation>
    </message>
    <message numerus="yes">
        <source>None of %n claim(s) is like that.</source>
        <translation>
            <numerusform>Sur&#x202f;%n affirmation, aucune n’est ainsi.</numerusform>
            <numerusform>Sur&#x202f;%n affirmations, aucune n’est ainsi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) among your decisions to settle…</source>
        <translation>
            <numerusform>%n contradiction entre vos décisions à régler…</numerusform>
            <numerusform>%n contradictions entre vos décisions à régler…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) implied by your decisions…</source>
        <translation>
            <numerusform>%n correspondance impliquée par vos décisions…</numerusform>
            <numerusform>%n correspondances impliquées par vos décisions…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n affirmation</numerusform>
            <numerusform>%n affirmations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n claim(s)</source>
        <translation>
            <numerusform>{shown} affirmation sur&#x202f;%n</numerusform>
            <numerusform>{shown} affirmations sur&#x202f;%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disputed</source>
        <translation>
            <numerusform>%n contestée</numerusform>
            <numerusform>%n contestées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreed</source>
        <translation>
            <numerusform>%n concordante</numerusform>
            <numerusform>%n concordantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in one source only</source>
        <translation>
            <numerusform>%n dans une seule source</numerusform>
            <numerusform>%n dans une seule source</numerusform>
        </translation>
    </message>
    <message>
        <source>comparing… {share}</source>
        <translation>comparaison… {share}</translation>
    </message>
</context>
<context>
    <name>ColleagueCommands</name>
    <message>
        <source>A colleague’s case of the same articles</source>
        <translation>Le dossier d’un collègue sur les mêmes articles</translation>
    </message>
    <message>
        <source>Cases (*{suffix})</source>
        <translation>Dossiers (*{suffix})</translation>
    </message>
    <message>
        <source>Comparing with {name}…</source>
        <translation>Comparaison avec {name}…</translation>
    </message>
</context>
<context>
    <name>ColleagueDialog</name>
    <message>
        <source>Compared with a colleague’s case</source>
        <translation>Comparaison avec le dossier d’un collègue</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Verdicts: {agreement}</source>
        <translation>Verdicts&#xa0;: {agreement}</translation>
    </message>
    <message>
        <source>Relations: {agreement}</source>
        <translation>Relations&#xa0;: {agreement}</translation>
    </message>
    <message>
        <source>none that both gave</source>
        <translation>aucun jugement commun</translation>
    </message>
    <message>
        <source>{alike} of {judged} alike ({percent})</source>
        <translation>{alike} sur {judged} identiques ({percent})</translation>
    </message>
    <message>
        <source>{agreement}; kappa is not defined where all is the same</source>
        <translation>{agreement}&#x202f;; le kappa n’est pas défini quand tout est pareil</translation>
    </message>
    <message>
        <source>{agreement}, Cohen’s kappa {kappa} (these decisions give no interval)</source>
        <translation>{agreement}, kappa de Cohen {kappa} (ces décisions ne donnent pas d’intervalle)</translation>
    </message>
    <message>
        <source>{agreement}, Cohen’s kappa {kappa} (95 % interval {low} to {high})</source>
        <translation>{agreement}, kappa de Cohen {kappa} (intervalle à 95&#x202f;%&#xa0;: de {low} à {high})</translation>
    </message>
    <message>
        <source>only in this case: {count}</source>
        <translation>seulement dans ce dossier&#xa0;: {count}</translation>
    </message>
    <message>
        <source>only in the colleague’s: {count}</source>
        <translation>seulement dans celui du collègue&#xa0;: {count}</translation>
    </message>
    <message>
        <source>decided before the files parted: {count}</source>
        <translation>décidé avant la séparation des fichiers&#xa0;: {count}</translation>
    </message>
    <message>
        <source>statements cut differently: {mine} here, {theirs} there, {left} decisions stay there</source>
        <translation>énoncés découpés autrement&#xa0;: {mine} ici, {theirs} là-bas, où restent {left} décisions</translation>
    </message>
    <message>
        <source>{analyst}: {verdict} ({time})</source>
        <translation>{analyst}&#xa0;: {verdict} ({time})</translation>
    </message>
    <message>
        <source>{analyst}: {verdict}</source>
        <translation>{analyst}&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>settles {opinions}</source>
        <translation>tranche entre {opinions}</translation>
    </message>
    <message>
        <source>to settle</source>
        <translation>à trancher</translation>
    </message>
    <message>
        <source>settled: {verdict}</source>
        <translation>tranché&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>not brought in yet</source>
        <translation>pas encore repris</translation>
    </message>
    <message>
        <source>No disagreement: nothing is to settle.</source>
        <translation>Aucun désaccord&#xa0;: rien n’est à trancher.</translation>
    </message>
    <message>
        <source>Bring the decisions in first: what only one of both decided stands then, and each disagreement comes back to be settled. Nothing is overwritten, one undo takes it back.</source>
        <translation>Reprendre d’abord les décisions&#xa0;: ce qu’un seul a décidé est alors en vigueur, et chaque désaccord revient pour être tranché. Rien n’est écrasé, une seule annulation défait tout.</translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s) to settle: A, R, U, 1, 2 or 3 decides the chosen one</source>
        <translation>
            <numerusform>%n désaccord à trancher&#xa0;: A, R, U, 1, 2 ou 3 décide de celui qui est choisi</numerusform>
            <numerusform>%n désaccords à trancher&#xa0;: A, R, U, 1, 2 ou 3 décide de celui qui est choisi</numerusform>
        </translation>
    </message>
    <message>
        <source>All disagreements are settled.</source>
        <translation>Tous les désaccords sont tranchés.</translation>
    </message>
    <message numerus="yes">
        <source>Bring in the decisions on %n match(es)</source>
        <translation>
            <numerusform>Reprendre les décisions sur&#x202f;%n correspondance</numerusform>
            <numerusform>Reprendre les décisions sur&#x202f;%n correspondances</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is brought in</source>
        <translation>Tout est repris</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Désaccords</translation>
    </message>
    <message>
        <source>What both say</source>
        <translation>Ce que disent les deux</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
</context>
<context>
    <name>ColoursPage</name>
    <message>
        <source>Colours and motion</source>
        <translation>Couleurs et mouvement</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>&amp;Mouvement</translation>
    </message>
    <message>
        <source>Without motion menus don’t slide, nothing fades or blinks, and no bar moves to and fro.</source>
        <translation>Sans mouvement, les menus ne glissent pas, rien ne s’estompe ni ne clignote, et aucune barre ne va et vient.</translation>
    </message>
    <message>
        <source>&amp;Colours that colour-blind readers can tell apart</source>
        <translation>&amp;Couleurs que les daltoniens distinguent</translation>
    </message>
    <message>
        <source>Without it confirmed is green and rejected red. Shapes and words tell them apart as well.</source>
        <translation>Sinon, confirmé est vert et rejeté rouge. Formes et mots les distinguent aussi.</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>{words} → {date}</source>
        <translation>{words} → {date}</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message>
        <source>Counts of claims, and the statements behind each: no mark is given to a source.</source>
        <translation>Des comptes d’affirmations, et les énoncés derrière chacun&#xa0;: aucune note n’est donnée à une source.</translation>
    </message>
    <message>
        <source>{text} Nothing is confirmed yet: they follow from the program&apos;s proposals.</source>
        <translation>{text} Rien n’est encore confirmé&#xa0;: ils découlent des propositions du programme.</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) stand in no article with a date of its own.</source>
        <translation>
            <numerusform>%n affirmation ne figure dans aucun article daté.</numerusform>
            <numerusform>%n affirmations ne figurent dans aucun article daté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Affirmations</translation>
    </message>
    <message>
        <source>It alone</source>
        <translation>Elle seule</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omises</translation>
    </message>
    <message>
        <source>Asserted</source>
        <translation>Affirmées</translation>
    </message>
    <message>
        <source>Claims of which it says something</source>
        <translation>Affirmations dont elle dit quelque chose</translation>
    </message>
    <message>
        <source>Claims that no other source has</source>
        <translation>Affirmations qu’aucune autre source n’a</translation>
    </message>
    <message>
        <source>Claims that most sources have and it does not</source>
        <translation>Affirmations que la plupart des sources ont et elle non</translation>
    </message>
    <message>
        <source>What it says plainly and another source attributes or hedges</source>
        <translation>Ce qu’elle dit sans détour et qu’une autre source attribue ou nuance</translation>
    </message>
    <message numerus="yes">
        <source>{source} says something of %n claim(s).</source>
        <translation>
            <numerusform>{source} dit quelque chose de&#x202f;%n affirmation.</numerusform>
            <numerusform>{source} dit quelque chose de&#x202f;%n affirmations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{source} alone has %n claim(s).</source>
        <translation>
            <numerusform>{source} est seule à avoir&#x202f;%n affirmation.</numerusform>
            <numerusform>{source} est seule à avoir&#x202f;%n affirmations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{source} leaves out %n claim(s) that most sources have.</source>
        <translation>
            <numerusform>{source} omet&#x202f;%n affirmation que la plupart des sources ont.</numerusform>
            <numerusform>{source} omet&#x202f;%n affirmations que la plupart des sources ont.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{source} asserts %n claim(s) that others attribute or hedge.</source>
        <translation>
            <numerusform>{source} affirme sans détour&#x202f;%n énoncé que d’autres attribuent ou nuancent.</numerusform>
            <numerusform>{source} affirme sans détour&#x202f;%n énoncés que d’autres attribuent ou nuancent.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same source</source>
        <translation>La même source</translation>
    </message>
    <message numerus="yes">
        <source>{one} and {other} share %n claim(s).</source>
        <translation>
            <numerusform>{one} et {other} partagent&#x202f;%n affirmation.</numerusform>
            <numerusform>{one} et {other} partagent&#x202f;%n affirmations.</numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Claims that first appeared then</source>
        <translation>Affirmations parues alors pour la première fois</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) first appeared on {date}.</source>
        <translation>
            <numerusform>%n affirmation est parue pour la première fois le {date}.</numerusform>
            <numerusform>%n affirmations sont parues pour la première fois le {date}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n correspondance</numerusform>
            <numerusform>%n correspondances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n article(s)…</source>
        <translation>
            <numerusform>Lecture de %n article…</numerusform>
            <numerusform>Lecture de %n articles…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionBox</name>
    <message>
        <source>Open for reading only: nothing can be decided here.</source>
        <translation>Ouvert en lecture seule&#xa0;: aucune décision n’est possible ici.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
</context>
<context>
    <name>DetailMaker</name>
    <message>
        <source>What the sources say</source>
        <translation>Ce que disent les sources</translation>
    </message>
    <message>
        <source>the claim&apos;s wording</source>
        <translation>formulation retenue</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n independent origin(s)</source>
        <translation>
            <numerusform>%n origine indépendante</numerusform>
            <numerusform>%n origines indépendantes</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>DetailsList</name>
    <message>
        <source>What the claim is made of</source>
        <translation>De quoi l’affirmation est faite</translation>
    </message>
</context>
<context>
    <name>DifferencesView</name>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>Nothing of what was compared.</source>
        <translation>Rien parmi ce qui a été comparé.</translation>
    </message>
    <message>
        <source>Agree: {kinds}</source>
        <translation>Concordent&#xa0;: {kinds}</translation>
    </message>
</context>
<context>
    <name>ElsewhereView</name>
    <message>
        <source>Also:</source>
        <translation>Aussi&#xa0;:</translation>
    </message>
    <message>
        <source>Also in source {letter}, statement {number}, {state}: go there</source>
        <translation>Aussi dans la source {letter}, énoncé {number}, {state}&#xa0;: y aller</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>No matches yet.</source>
        <translation>Pas encore de correspondance.</translation>
    </message>
    <message>
        <source>A comparison needs two sources: add another one.</source>
        <translation>Il faut deux sources pour comparer&#xa0;: en ajouter une autre.</translation>
    </message>
    <message>
        <source>No match in this list holds “{text}”.</source>
        <translation>Aucune correspondance de cette liste ne contient «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) under other filters.</source>
        <translation>
            <numerusform>%n correspondance sous d’autres filtres.</numerusform>
            <numerusform>%n correspondances sous d’autres filtres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>No match in this list differs in this way.</source>
        <translation>Aucune correspondance de cette liste ne présente cette différence.</translation>
    </message>
    <message>
        <source>Nothing is left to look at again.</source>
        <translation>Plus rien à revoir.</translation>
    </message>
    <message>
        <source>Show what is to review</source>
        <translation>Voir ce qui est à traiter</translation>
    </message>
    <message>
        <source>No statement of these sources seems to report the same as another.</source>
        <translation>Aucun énoncé de ces sources ne semble rapporter la même chose qu’un autre.</translation>
    </message>
    <message>
        <source>Where you see one that does, select a statement in each pane and press {key}.</source>
        <translation>Si vous en voyez un, sélectionnez un énoncé dans chaque article et pressez {key}.</translation>
    </message>
    <message>
        <source>They appear here once the sources are compared. You can also select a statement in each pane and press {key}.</source>
        <translation>Elles apparaîtront ici une fois les sources comparées. Il est aussi possible de sélectionner un énoncé dans chaque volet, puis d’appuyer sur {key}.</translation>
    </message>
    <message>
        <source>No match is confirmed yet. {key} confirms the current one.</source>
        <translation>Aucune correspondance confirmée pour l’instant. La touche {key} confirme celle qui est affichée.</translation>
    </message>
    <message>
        <source>No match is rejected yet. {key} rejects the current one.</source>
        <translation>Aucune correspondance rejetée pour l’instant. La touche {key} rejette celle qui est affichée.</translation>
    </message>
    <message>
        <source>No match is marked unsure. {key} marks the current one.</source>
        <translation>Aucune correspondance marquée incertaine. La touche {key} marque celle qui est affichée.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is left to review: %n match(es) looked at.</source>
        <translation>
            <numerusform>Plus rien à traiter&#xa0;: %n correspondance vue.</numerusform>
            <numerusform>Plus rien à traiter&#xa0;: %n correspondances vues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them marked unsure.</source>
        <translation>
            <numerusform>%n est marquée incertaine.</numerusform>
            <numerusform>%n sont marquées incertaines.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show unsure</source>
        <translation>Voir les incertaines</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout voir</translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>Reading… {percent}</source>
        <translation>Lecture… {percent}</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Is not added</source>
        <translation>N’est pas ajouté</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n énoncé</numerusform>
            <numerusform>%n énoncés</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read: stopped</source>
        <translation>Non lu&#xa0;: arrêté</translation>
    </message>
    <message>
        <source>Already here: source {letter}</source>
        <translation>Déjà présent&#xa0;: source {letter}</translation>
    </message>
    <message>
        <source>Twice in this list</source>
        <translation>Deux fois dans cette liste</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>What could not be saved yet is not in the export.</source>
        <translation>Ce qui n’a pas encore pu être enregistré ne figure pas dans l’export.</translation>
    </message>
    <message>
        <source>Reading the case…</source>
        <translation>Lecture du dossier…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Export en cours…</translation>
    </message>
    <message>
        <source>The whole case is written, confidence and reasons too. While they are hidden nothing of it is shown here.</source>
        <translation>Le dossier est écrit en entier, confiance et raisons comprises. Tant qu’elles sont masquées, rien n’en est montré ici.</translation>
    </message>
    <message>
        <source>Preparing the preview…</source>
        <translation>Préparation de l’aperçu…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Exported as {name}. In it: {inside}. Left out: {outside}.</source>
        <translation>Exporté sous {name}. Contenu&#xa0;: {inside}. Écarté&#xa0;: {outside}.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avancement de l’export</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Confidence and reasons are left out while they are hidden.</source>
        <translation>La confiance et les raisons n’y figurent pas tant qu’elles sont masquées.</translation>
    </message>
    <message>
        <source>Reading the case…</source>
        <translation>Lecture du dossier…</translation>
    </message>
    <message>
        <source>In it: {matches}</source>
        <translation>Contenu&#xa0;: {matches}</translation>
    </message>
    <message>
        <source>Left out: {matches}</source>
        <translation>Écarté&#xa0;: {matches}</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Language of the report</source>
        <translation>&amp;Langue du rapport</translation>
    </message>
    <message>
        <source>Report as a web page (HTML)</source>
        <translation>Rapport en page web (HTML)</translation>
    </message>
    <message>
        <source>Report for printing (PDF)</source>
        <translation>Rapport à imprimer (PDF)</translation>
    </message>
    <message>
        <source>Report for a word processor (DOCX)</source>
        <translation>Rapport pour traitement de texte (DOCX)</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>Classeur (XLSX)</translation>
    </message>
    <message>
        <source>Table of the matches (CSV)</source>
        <translation>Tableau des correspondances (CSV)</translation>
    </message>
    <message>
        <source>The whole case (JSON)</source>
        <translation>Le dossier entier (JSON)</translation>
    </message>
    <message>
        <source>Web Annotations (JSON-LD)</source>
        <translation>Annotations web (JSON-LD)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>One file that opens in any browser and loads nothing, ready to be checked.</source>
        <translation>Un seul fichier, lisible dans tout navigateur, qui ne charge rien et que chacun peut vérifier.</translation>
    </message>
    <message>
        <source>The same report on numbered pages; its text can be searched and copied.</source>
        <translation>Le même rapport en pages numérotées&#x202f;; son texte peut être cherché et copié.</translation>
    </message>
    <message>
        <source>The same report, to be edited or taken into another document.</source>
        <translation>Le même rapport, à retoucher ou à reprendre dans un autre document.</translation>
    </message>
    <message>
        <source>Claims, matches, decisions and sources on four sheets with filters.</source>
        <translation>Affirmations, correspondances, décisions et sources sur quatre feuilles avec filtres.</translation>
    </message>
    <message>
        <source>One row for each match, for a spreadsheet or a program.</source>
        <translation>Une ligne par correspondance, pour un tableur ou un programme.</translation>
    </message>
    <message>
        <source>All that stands in the case, for programs and for Reconciler itself.</source>
        <translation>Tout ce que contient le dossier, pour des programmes et pour Reconciler lui-même.</translation>
    </message>
    <message>
        <source>One annotation for each match, as the W3C defines them, for other tools.</source>
        <translation>Une annotation par correspondance, selon la norme du W3C, pour d’autres outils.</translation>
    </message>
</context>
<context>
    <name>Fate</name>
    <message>
        <source>undone</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>reverted</source>
        <translation>révoqué</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Reconciler</source>
        <translation>Reconciler</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>Une erreur s’est produite dans le programme</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Afficher les détails</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>No case is open. You can go on, or quit and start again.</source>
        <translation>Aucun dossier n’est ouvert. Vous pouvez continuer, ou quitter et relancer le programme.</translation>
    </message>
    <message>
        <source>Your case file is in its place, and all that you decided is written in it. You can go on, or quit and open the case again.</source>
        <translation>Le fichier du dossier est à sa place, et toutes vos décisions y sont écrites. Vous pouvez continuer, ou quitter et rouvrir le dossier.</translation>
    </message>
    <message>
        <source>Part of what you decided may not be in the case file. Continue, and save the case under another name before you quit.</source>
        <translation>Une partie de vos décisions n’est peut-être pas dans le fichier du dossier. Continuez, et enregistrez le dossier sous un autre nom avant de quitter.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Masquer les détails</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>To review</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmées</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetées</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertaines</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Which matches are shown</source>
        <translation>Correspondances affichées</translation>
    </message>
    <message>
        <source>{filter} {count}</source>
        <comment>a filter and how many matches it shows</comment>
        <translation>{filter} {count}</translation>
    </message>
    <message>
        <source>{filter}, {count}</source>
        <comment>the same for a screen reader</comment>
        <translation>{filter}, {count}</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter by text</source>
        <translation>Filtrer par texte</translation>
    </message>
    <message>
        <source>Show only matches whose statements or note hold these words</source>
        <translation>N’afficher que les correspondances dont les énoncés ou la note contiennent ces mots</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Find in all sources</source>
        <translation>Chercher partout</translation>
    </message>
</context>
<context>
    <name>FindResults</name>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Enter: next in the articles · ↓: this list · “quotes”: words together</source>
        <translation>Entrée&#xa0;: suivant dans les articles · ↓&#xa0;: cette liste · «&#xa0;…&#xa0;»&#xa0;: mots ensemble</translation>
    </message>
    <message numerus="yes">
        <source>%n elsewhere</source>
        <translation>
            <numerusform>%n ailleurs</numerusform>
            <numerusform>%n ailleurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching the articles…</source>
        <translation>Recherche dans les articles…</translation>
    </message>
    <message>
        <source>Nothing found: each word, or a beginning of it, must stand there</source>
        <translation>Rien trouvé&#xa0;: chaque mot, ou son début, doit y figurer</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n énoncé</numerusform>
            <numerusform>%n énoncés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Making the articles ready to be searched…</source>
        <translation>Préparation des articles pour la recherche…</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>Contredit</translation>
    </message>
    <message>
        <source>says the analyst</source>
        <translation>selon l’analyste</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Comparing… {percent}</source>
        <translation>Comparaison… {percent}</translation>
    </message>
    <message>
        <source>Nothing differs, as far as the program can tell.</source>
        <translation>Aucune différence, pour autant que le programme puisse en juger.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message>
        <source>{findings} in {matches}. Rejected matches are left out.</source>
        <translation>{findings} dans {matches}. Les correspondances rejetées sont laissées de côté.</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n correspondance</numerusform>
            <numerusform>%n correspondances</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation>Type de différence</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Afficher&#xa0;:</translation>
    </message>
    <message>
        <source>Go to the match</source>
        <translation>Aller à la correspondance</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>Gathering the claims…</source>
        <translation>Réunion des affirmations…</translation>
    </message>
</context>
<context>
    <name>FontBox</name>
    <message>
        <source>With serifs</source>
        <translation>À empattements</translation>
    </message>
    <message>
        <source>Without serifs</source>
        <translation>Sans empattements</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
</context>
<context>
    <name>FormerView</name>
    <message>
        <source>Decided on other words</source>
        <translation>Verdict donné sur un autre texte</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Take up the former verdict: {verdict}</source>
        <translation>Reprendre le verdict antérieur&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>{source}, as it read then</source>
        <translation>{source}, dans le texte d’alors</translation>
    </message>
    <message>
        <source>{analyst}, {time}</source>
        <comment>who decided and when</comment>
        <translation>{analyst}, {time}</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>{group}: {count}</source>
        <comment>a group of what was found</comment>
        <translation>{group}&#xa0;: {count}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et&#x202f;%n autre</numerusform>
            <numerusform>… et&#x202f;%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>As the system ({language})</source>
        <translation>Celle du système ({language})</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Analyst</source>
        <translation>&amp;Analyste</translation>
    </message>
    <message>
        <source>The name that your decisions are kept under, your login name while it is empty; those made before keep theirs.</source>
        <translation>Le nom sous lequel vos décisions sont conservées, votre nom de session s’il reste vide&#xa0;; celles d’avant gardent le leur.</translation>
    </message>
    <message>
        <source>&amp;Hide confidence and reasons</source>
        <translation>&amp;Masquer confiance et raisons</translation>
    </message>
    <message>
        <source>Blind mode, for those who fear to be led; each decision records it.</source>
        <translation>Mode aveugle, pour qui craint d’être influencé&#xa0;; chaque décision le consigne.</translation>
    </message>
</context>
<context>
    <name>GoneFile</name>
    <message>
        <source>The file of this case, {name}, is no longer in its place: it was moved, deleted or replaced. What you decide is lost when this window closes, unless you save the case again.</source>
        <translation>Le fichier de ce dossier, {name}, n’est plus à sa place&#xa0;: il a été déplacé, supprimé ou remplacé. Vos décisions seront perdues à la fermeture de cette fenêtre, sauf si vous enregistrez de nouveau le dossier.</translation>
    </message>
    <message>
        <source>Save case as…</source>
        <translation>Enregistrer le dossier sous…</translation>
    </message>
    <message>
        <source>The file of this case, {name}, is no longer in its place: it was moved, deleted or replaced. What is shown was read before; open the case where it is now.</source>
        <translation>Le fichier de ce dossier, {name}, n’est plus à sa place&#xa0;: il a été déplacé, supprimé ou remplacé. Ce qui est affiché a été lu avant&#xa0;; ouvrez le dossier là où il se trouve maintenant.</translation>
    </message>
    <message>
        <source>Open case…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
</context>
<context>
    <name>HandCommands</name>
    <message>
        <source>Choose a statement in one of the articles first</source>
        <translation>Choisir d’abord un énoncé dans l’un des articles</translation>
    </message>
    <message>
        <source>Pinned: kept at hand</source>
        <translation>Épinglée&#xa0;: gardée sous la main</translation>
    </message>
    <message>
        <source>Not pinned any more</source>
        <translation>Désépinglée</translation>
    </message>
    <message>
        <source>No group to split: no other confirmed match hangs together with this one</source>
        <translation>Aucun groupe à scinder&#xa0;: aucune autre correspondance confirmée n’est liée à celle-ci</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) taken away; one undo brings them back</source>
        <translation>
            <numerusform>%n correspondance retirée&#x202f;; une annulation la ramène</numerusform>
            <numerusform>%n correspondances retirées&#x202f;; une annulation les ramène</numerusform>
        </translation>
    </message>
    <message>
        <source>This match is not shown in the articles</source>
        <translation>Cette correspondance n’est pas affichée dans les articles</translation>
    </message>
    <message>
        <source>Move {match}: ↑ ↓ or a click choose the statement, Enter moves it, Esc leaves it</source>
        <translation>Déplacer {match}&#xa0;: ↑ ↓ ou un clic choisit l’énoncé, Entrée déplace, Échap renonce</translation>
    </message>
    <message>
        <source>Move {match} to {other}: Enter moves it, Esc leaves it</source>
        <translation>Déplacer {match} vers {other}&#xa0;: Entrée déplace, Échap renonce</translation>
    </message>
    <message>
        <source>{match} moved to {other}</source>
        <translation>{match} déplacée vers {other}</translation>
    </message>
    <message>
        <source>This is a former version: nothing is changed in it</source>
        <translation>Ceci est une version antérieure&#xa0;: rien n’y est modifié</translation>
    </message>
    <message>
        <source>There is no other source to search</source>
        <translation>Il n’y a pas d’autre source où chercher</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>{statement}: searched, nothing in {letter}</source>
        <translation>{statement}&#xa0;: cherché, rien dans {letter}</translation>
    </message>
    <message>
        <source>{statement}: to be searched in {letter} again</source>
        <translation>{statement}&#xa0;: à chercher de nouveau dans {letter}</translation>
    </message>
</context>
<context>
    <name>HandMessages</name>
    <message>
        <source>searched, nothing in {letters}</source>
        <translation>cherché, rien dans {letters}</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>Reading the licences…</source>
        <translation>Lecture des licences…</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Cleared</source>
        <translation>Verdict effacé</translation>
    </message>
    <message>
        <source>Note: “{note}”</source>
        <translation>Note&#xa0;: «&#xa0;{note}&#xa0;»</translation>
    </message>
    <message>
        <source>Note taken away</source>
        <translation>Note supprimée</translation>
    </message>
    <message>
        <source>Linked by hand</source>
        <translation>Liée à la main</translation>
    </message>
    <message>
        <source>Unlinked</source>
        <translation>Lien supprimé</translation>
    </message>
    <message>
        <source>Carried over to a new version</source>
        <translation>Reprise dans une nouvelle version</translation>
    </message>
    <message>
        <source>{verdict} (brought in)</source>
        <translation>{verdict} (repris d’un autre dossier)</translation>
    </message>
    <message>
        <source>To settle: the analysts disagree</source>
        <translation>À trancher&#xa0;: les analystes sont en désaccord</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importée</translation>
    </message>
    <message>
        <source>Confirmed: {relation}</source>
        <translation>Confirmée ({relation})</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmée</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetée</translation>
    </message>
    <message>
        <source>Marked unsure</source>
        <translation>Marquée incertaine</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Rétablissement</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulation&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rétablissement&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>HistoryCommands</name>
    <message>
        <source>Nothing was decided of this match yet</source>
        <translation>Aucune décision sur cette correspondance pour l’instant</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>&amp;Revert this act</source>
        <translation>&amp;Révoquer cet acte</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n acte</numerusform>
            <numerusform>%n actes</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {acts}</source>
        <translation>{shown} sur {acts}</translation>
    </message>
    <message>
        <source>&amp;Revert and overwrite</source>
        <translation>&amp;Révoquer et écraser</translation>
    </message>
    <message>
        <source>No act is like that.</source>
        <translation>Aucun acte ne répond à ces critères.</translation>
    </message>
    <message>
        <source>Nothing to revert here: what stood before stands again, or undo is the way back.</source>
        <translation>Rien à révoquer ici&#xa0;: l’état antérieur est déjà revenu, ou c’est l’annulation qui y ramène.</translation>
    </message>
    <message numerus="yes">
        <source>Reverting this act changes %n match(es):</source>
        <translation>
            <numerusform>Révoquer cet acte modifie %n correspondance&#xa0;:</numerusform>
            <numerusform>Révoquer cet acte modifie %n correspondances&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Reverting this act sets back:</source>
        <translation>Révoquer cet acte rétablit&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>%n was/were decided again later, and that would be overwritten.</source>
        <translation>
            <numerusform>%n a été décidée à nouveau depuis, et cette décision serait écrasée.</numerusform>
            <numerusform>%n ont été décidées à nouveau depuis, et ces décisions seraient écrasées.</numerusform>
        </translation>
    </message>
    <message>
        <source>What reverting would do</source>
        <translation>Ce que ferait la révocation</translation>
    </message>
    <message>
        <source>All analysts</source>
        <translation>Tous les analystes</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Filtrer par texte</translation>
    </message>
    <message>
        <source>Filter the history by text</source>
        <translation>Filtrer l’historique par texte</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analyste</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <translation>Type d’acte</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>Tous les actes</translation>
    </message>
    <message>
        <source>Set back what this act changed, by an act that undo takes back</source>
        <translation>Remettre en l’état ce que cet acte a modifié, par un acte qui peut s’annuler</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>{analyst}, {time}</source>
        <comment>who decided and when</comment>
        <translation>{analyst}, {time}</translation>
    </message>
    <message>
        <source>{analyst}, {time}, confidence hidden</source>
        <comment>who decided, when and how</comment>
        <translation>{analyst}, {time}, confiance masquée</translation>
    </message>
    <message numerus="yes">
        <source>Show %n older</source>
        <translation>
            <numerusform>Voir %n décision plus ancienne</numerusform>
            <numerusform>Voir %n décisions plus anciennes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Reconciler: keys</source>
        <translation>Reconciler&#xa0;: raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>{keys} (changed)</source>
        <translation>{keys} (modifié)</translation>
    </message>
    <message>
        <source>New key for {action}</source>
        <translation>Nouveau raccourci pour «&#xa0;{action}&#xa0;»</translation>
    </message>
    <message>
        <source>{key} is needed to move, choose or copy: choose another key.</source>
        <translation>{key} sert à se déplacer, à choisir ou à copier&#xa0;: choisir une autre touche.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”: nothing was changed.</source>
        <translation>{key} est le raccourci de «&#xa0;{action}&#xa0;»&#xa0;: rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“{action}” has no key now.</source>
        <translation>«&#xa0;{action}&#xa0;» n’a plus de raccourci.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Habituels</translation>
    </message>
    <message>
        <source>Left hand: the right one keeps the mouse</source>
        <translation>Main gauche&#xa0;: la droite garde la souris</translation>
    </message>
    <message>
        <source>Function keys: no single letter decides</source>
        <translation>Touches de fonction&#xa0;: aucune lettre seule ne décide</translation>
    </message>
    <message>
        <source>&amp;Set of keys</source>
        <translation>&amp;Jeu de raccourcis</translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation>Filtrer par action ou par touche</translation>
    </message>
    <message>
        <source>All usual &amp;keys</source>
        <translation>&amp;Tous les habituels</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Le reprendre ici</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs raccourcis</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>Aucu&amp;n</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>Raccourci &amp;habituel</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle touche</translation>
    </message>
</context>
<context>
    <name>KindFilter</name>
    <message>
        <source>Any difference</source>
        <translation>Toute différence</translation>
    </message>
    <message>
        <source>Whether they differ or not</source>
        <translation>Avec ou sans différence</translation>
    </message>
    <message>
        <source>{kind}   {count}</source>
        <comment>a kind of difference and in how many matches it is</comment>
        <translation>{kind}   {count}</translation>
    </message>
    <message>
        <source>{words} ▾</source>
        <comment>a button that opens a menu</comment>
        <translation>{words} ▾</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Filter by kind of difference</source>
        <translation>Filtrer par type de différence</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activé</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>LaterField</name>
    <message>
        <source>Later text, or the address where it is</source>
        <translation>Nouveau texte, ou l’adresse où il se trouve</translation>
    </message>
    <message>
        <source>Paste the text here, type its address, or drop a file.</source>
        <translation>Coller le texte ici, saisir son adresse ou déposer un fichier.</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Ranking what is left…</source>
        <translation>Classement du reste…</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message numerus="yes">
        <source>%n decision(s) could not be saved. Close and lose them?</source>
        <translation>
            <numerusform>%n décision n’a pas pu être enregistrée. Fermer et la perdre&#x202f;?</numerusform>
            <numerusform>%n décisions n’ont pas pu être enregistrées. Fermer et les perdre&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Fermer sans enregistrer</translation>
    </message>
    <message>
        <source>The case file is no longer in its place: what you decided is lost with this window, unless you save the case first.</source>
        <translation>Le fichier du dossier n’est plus à sa place&#xa0;: vos décisions seront perdues avec cette fenêtre, sauf si vous enregistrez d’abord le dossier.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Fermer quand même</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Laisser ouvert</translation>
    </message>
    <message>
        <source>Save case as…</source>
        <translation>Enregistrer le dossier sous…</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Marked: {words}</source>
        <translation>Éléments marqués&#xa0;: {words}</translation>
    </message>
    <message>
        <source>shared words</source>
        <translation>mots communs</translation>
    </message>
</context>
<context>
    <name>LiningUp</name>
    <message>
        <source>Lining up statements…</source>
        <translation>Mise en regard des énoncés…</translation>
    </message>
    <message>
        <source>Reading figures, dates and quotes…</source>
        <translation>Relevé des chiffres, dates et citations…</translation>
    </message>
</context>
<context>
    <name>LinkBand</name>
    <message>
        <source>Links between the two articles</source>
        <translation>Liens entre les deux articles</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) lead to statements further up</source>
        <translation>
            <numerusform>%n correspondance mène à un énoncé plus haut</numerusform>
            <numerusform>%n correspondances mènent à des énoncés plus haut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) lead to statements further down</source>
        <translation>
            <numerusform>%n correspondance mène à un énoncé plus bas</numerusform>
            <numerusform>%n correspondances mènent à des énoncés plus bas</numerusform>
        </translation>
    </message>
    <message>
        <source>differs in {kinds}</source>
        <translation>diffère&#xa0;: {kinds}</translation>
    </message>
</context>
<context>
    <name>LinkHint</name>
    <message>
        <source>Link the selected statements</source>
        <translation>Lier les énoncés sélectionnés</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lier</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) selected. Select one in the other pane, then {key} links them.</source>
        <translation>
            <numerusform>%n énoncé sélectionné. En sélectionner un dans l’autre volet, puis {key} pour les lier.</numerusform>
            <numerusform>%n énoncés sélectionnés. En sélectionner un dans l’autre volet, puis {key} pour les lier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of {letters} selected: {key} links all of them.</source>
        <translation>
            <numerusform>%n énoncé de {letters} sélectionné&#xa0;: {key} le lie.</numerusform>
            <numerusform>%n énoncés de {letters} sélectionnés&#xa0;: {key} les lie tous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) selected: {key} links them.</source>
        <translation>
            <numerusform>%n énoncé sélectionné&#xa0;: {key} pour lier.</numerusform>
            <numerusform>%n énoncés sélectionnés&#xa0;: {key} pour les lier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Every match has a verdict</source>
        <translation>Chaque correspondance a un verdict</translation>
    </message>
    <message>
        <source>Nothing further down; {key} goes back to what is undecided</source>
        <translation>Plus rien en dessous&#x202f;; {key} pour revenir à ce qui est sans verdict</translation>
    </message>
    <message>
        <source>Nothing further up</source>
        <translation>Plus rien au-dessus</translation>
    </message>
</context>
<context>
    <name>MatchPage</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Match {name}</source>
        <translation>Énoncés {name}</translation>
    </message>
    <message>
        <source>Linked by hand</source>
        <translation>Liée à la main</translation>
    </message>
    <message>
        <source>Pinned: kept at hand ({key} unpins)</source>
        <translation>Épinglée&#xa0;: gardée sous la main ({key} désépingle)</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistrée</translation>
    </message>
</context>
<context>
    <name>MatchingCounts</name>
    <message numerus="yes">
        <source>Learnt from %n decision(s): {what}.</source>
        <translation>
            <numerusform>Appris de %n décision&#xa0;: {what}.</numerusform>
            <numerusform>Appris de %n décisions&#xa0;: {what}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learns from %n decision(s) on; {so_far} so far.</source>
        <translation>
            <numerusform>Apprend à partir de %n décision&#x202f;; {so_far} pour l’instant.</numerusform>
            <numerusform>Apprend à partir de %n décisions&#x202f;; {so_far} pour l’instant.</numerusform>
        </translation>
    </message>
    <message>
        <source>the same proposals</source>
        <translation>les mêmes propositions</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) less</source>
        <translation>
            <numerusform>%n proposition en moins</numerusform>
            <numerusform>%n propositions en moins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>proposals</comment>
        <translation>
            <numerusform>%n en plus</numerusform>
            <numerusform>%n en plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) more</source>
        <translation>
            <numerusform>%n proposition en plus</numerusform>
            <numerusform>%n propositions en plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Aligned again: {changes}; what you decided stands.</source>
        <translation>Nouvel alignement&#xa0;: {changes}&#x202f;; vos décisions restent.</translation>
    </message>
    <message>
        <source>Aligning again gives {changes}; what you decided stands.</source>
        <translation>Un nouvel alignement donnerait {changes}&#x202f;; vos décisions restent.</translation>
    </message>
</context>
<context>
    <name>MatchingDialog</name>
    <message>
        <source>What counts as a match</source>
        <translation>Ce qui compte comme correspondance</translation>
    </message>
    <message>
        <source>What counts as a match, from whole statement to part of it</source>
        <translation>Ce qui compte comme correspondance, de l’énoncé entier à une partie</translation>
    </message>
    <message>
        <source>&amp;Learn from my decisions</source>
        <translation>Apprendre de &amp;mes décisions</translation>
    </message>
    <message>
        <source>How much of two statements must correspond to be proposed as a match</source>
        <translation>Étendue de ce que deux énoncés doivent avoir en commun pour être proposés comme correspondance</translation>
    </message>
    <message>
        <source>whole statement</source>
        <translation>énoncé entier</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>habituel</translation>
    </message>
    <message>
        <source>part of it</source>
        <translation>une partie</translation>
    </message>
    <message>
        <source>&amp;Align the rest again</source>
        <translation>Ali&amp;gner à nouveau le reste</translation>
    </message>
</context>
<context>
    <name>MendCommands</name>
    <message>
        <source>A single word can&apos;t be split</source>
        <translation>Un mot seul ne peut pas être coupé</translation>
    </message>
    <message>
        <source>Statement {number} is two now</source>
        <translation>L’énoncé {number} est maintenant coupé en deux</translation>
    </message>
    <message>
        <source>No statement follows that it could be merged with</source>
        <translation>Aucun énoncé ne suit, avec lequel le réunir</translation>
    </message>
    <message>
        <source>Statements {first} and {second} are one now</source>
        <translation>Les énoncés {first} et {second} n’en font plus qu’un</translation>
    </message>
    <message>
        <source>Statement {number}: {kind}</source>
        <translation>Énoncé {number}&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>Choose a statement in one of the articles first</source>
        <translation>Choisir d’abord un énoncé dans un des articles</translation>
    </message>
    <message>
        <source>This is a former version: nothing is changed in it</source>
        <translation>Version antérieure&#xa0;: rien n’y est modifié</translation>
    </message>
    <message>
        <source>&amp;Split here: “{before} | {after}”</source>
        <translation>&amp;Couper ici&#xa0;: «&#xa0;{before} | {after}&#xa0;»</translation>
    </message>
    <message>
        <source>Split “{before} | {after}”: ← → choose the place, Enter splits, Esc leaves it whole</source>
        <translation>Couper «&#xa0;{before} | {after}&#xa0;»&#xa0;: ← → choisissent l’endroit, Entrée coupe, Échap laisse l’énoncé entier</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>Change the link…</source>
        <translation>Modifier le lien…</translation>
    </message>
    <message>
        <source>Fetching and reading</source>
        <translation>Récupération et lecture</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Lecture impossible</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>Read it after all</source>
        <translation>Le lire quand même</translation>
    </message>
    <message>
        <source>Reading {name} was stopped.</source>
        <translation>La lecture de {name} a été arrêtée.</translation>
    </message>
    <message>
        <source>Already in this case</source>
        <translation>Déjà dans ce dossier</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Twice in this list</source>
        <translation>Deux fois dans cette liste</translation>
    </message>
    <message>
        <source>{name} is the same as another one, byte for byte: it is added once.</source>
        <translation>{name} est identique à un autre, octet pour octet&#xa0;: il n’est ajouté qu’une fois.</translation>
    </message>
    <message>
        <source>{name} is what source {letter} was made of, byte for byte: {title} ({when}).</source>
        <translation>{name} est, octet pour octet, ce dont vient la source {letter}&#xa0;: {title} ({when}).</translation>
    </message>
</context>
<context>
    <name>NarrowMenu</name>
    <message>
        <source>{words} ▾</source>
        <comment>a button that opens a menu</comment>
        <translation>{words} ▾</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Further filters</source>
        <translation>Autres filtres</translation>
    </message>
    <message>
        <source>Filter by strength, sources, notes and who decided</source>
        <translation>Filtrer par force, sources, notes et auteur des décisions</translation>
    </message>
    <message>
        <source>No further filter</source>
        <translation>Aucun autre filtre</translation>
    </message>
    <message>
        <source>{filter}   {count}</source>
        <comment>a filter in a menu and how many matches it leaves</comment>
        <translation>{filter}   {count}</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Mes décisions seulement</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Avec une note</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglées</translation>
    </message>
    <message>
        <source>Any difference</source>
        <translation>Toute différence</translation>
    </message>
</context>
<context>
    <name>NoMatchPage</name>
    <message>
        <source>No match selected</source>
        <translation>Aucune correspondance sélectionnée</translation>
    </message>
    <message>
        <source>To link two statements yourself, select one in each pane and press {key}.</source>
        <translation>Pour lier deux énoncés à la main, en sélectionner un dans chaque volet, puis appuyer sur {key}.</translation>
    </message>
    <message>
        <source>Choose a match in the review queue or a ribbon between the panes. To link two statements yourself, select one in each pane and press {key}.</source>
        <translation>Choisir une correspondance dans la file de révision ou un ruban entre les volets. Pour lier deux énoncés à la main, en sélectionner un dans chaque volet, puis appuyer sur {key}.</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note on this match</source>
        <translation>Note sur cette correspondance</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps the note, Esc leaves the field</source>
        <translation>Ctrl+Entrée garde la note, Échap quitte le champ</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Note…</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
    </message>
    <message>
        <source>Importing the case…</source>
        <translation>Import du dossier…</translation>
    </message>
    <message>
        <source>Looking for their case…</source>
        <translation>Recherche de leur dossier…</translation>
    </message>
</context>
<context>
    <name>OriginalDialog</name>
    <message>
        <source>Original of {name}</source>
        <translation>Original de {name}</translation>
    </message>
    <message>
        <source>As it was imported, sign by sign. Nothing in it is run, shown as a page or loaded.</source>
        <translation>Tel qu’il a été importé, signe par signe. Rien n’y est exécuté, affiché comme une page ou chargé.</translation>
    </message>
    <message>
        <source>Export original…</source>
        <translation>Exporter l’original…</translation>
    </message>
</context>
<context>
    <name>OriginalView</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
</context>
<context>
    <name>OrphansModel</name>
    <message>
        <source>gone</source>
        <translation>disparu</translation>
    </message>
</context>
<context>
    <name>OrphansPage</name>
    <message>
        <source>Orphaned decisions</source>
        <translation>Décisions orphelines</translation>
    </message>
    <message>
        <source>Re-attach</source>
        <translation>Rattacher</translation>
    </message>
    <message numerus="yes">
        <source>%n orphaned decision(s)</source>
        <translation>
            <numerusform>%n décision orpheline</numerusform>
            <numerusform>%n décisions orphelines</numerusform>
        </translation>
    </message>
    <message>
        <source>The decision goes on the two selected statements.</source>
        <translation>La décision portera sur les deux énoncés sélectionnés.</translation>
    </message>
    <message>
        <source>Its statement is gone from the source. Select the one that says it now, and the one in the other article that it is matched with.</source>
        <translation>Son énoncé a disparu de la source. Sélectionner celui qui le dit à présent et, dans l’autre article, celui qui lui correspond.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Back to the current match</source>
        <translation>Retour à la correspondance affichée</translation>
    </message>
</context>
<context>
    <name>PaneCommands</name>
    <message>
        <source>All sources of this case are shown</source>
        <translation>Toutes les sources de ce dossier sont affichées</translation>
    </message>
    <message>
        <source>Four articles at most stand side by side</source>
        <translation>Quatre articles au plus tiennent côte à côte</translation>
    </message>
    <message>
        <source>Source {letter} is shown as soon as there is room: widen the window, or press {key}</source>
        <translation>La source {letter} s’affichera dès qu’il y aura la place&#xa0;: élargir la fenêtre, ou {key}</translation>
    </message>
    <message>
        <source>Two articles at least stand side by side</source>
        <translation>Deux articles au moins restent côte à côte</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>Show another source here</source>
        <translation>Afficher ici une autre source</translation>
    </message>
    <message>
        <source>Versions of this source, and what changed</source>
        <translation>Versions de cette source, et ce qui a changé</translation>
    </message>
    <message>
        <source>Outlet not stated</source>
        <translation>Média non indiqué</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n énoncé</numerusform>
            <numerusform>%n énoncés</numerusform>
        </translation>
    </message>
    <message>
        <source>Source {letter}: {title}</source>
        <translation>Source {letter}&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Show another source in the place of source {letter}</source>
        <translation>Afficher une autre source à la place de la source {letter}</translation>
    </message>
    <message>
        <source>{linked} of {all} linked</source>
        <translation>Liés&#xa0;: {linked} sur {all}</translation>
    </message>
    <message>
        <source>Version {number} of {all}</source>
        <translation>Version {number} sur {all}</translation>
    </message>
    <message>
        <source>Version {number}, imported {time}</source>
        <translation>Version {number}, importée le {time}</translation>
    </message>
    <message>
        <source>former version</source>
        <translation>version antérieure</translation>
    </message>
    <message>
        <source>To be read only</source>
        <translation>En lecture seule</translation>
    </message>
    <message>
        <source>{source} (changes places)</source>
        <translation>{source} (échange de place)</translation>
    </message>
</context>
<context>
    <name>PanesView</name>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Overview of {source}</source>
        <translation>Aperçu de {source}</translation>
    </message>
    <message>
        <source>Links between source {left} and source {right}</source>
        <translation>Liens entre la source {left} et la source {right}</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message numerus="yes">
        <source>%n more stand in the exported report.</source>
        <translation>
            <numerusform>%n autre figure dans le rapport exporté.</numerusform>
            <numerusform>%n autres figurent dans le rapport exporté.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PipelinesPage</name>
    <message>
        <source>Trained pipelines</source>
        <translation>Modèles entraînés</translation>
    </message>
    <message>
        <source>Looking for trained pipelines…</source>
        <translation>Recherche de modèles entraînés…</translation>
    </message>
    <message>
        <source>No trained spaCy pipeline is installed, and none is needed: names and dictionary forms are found by built-in rules. One that is installed as a package of the program’s Python, such as fr_core_news_md, is offered here.</source>
        <translation>Aucun modèle spaCy entraîné n’est installé, et aucun n’est nécessaire&#xa0;: les noms et les formes de dictionnaire sont trouvés par des règles intégrées. Un modèle installé comme paquet du Python du programme, tel fr_core_news_md, est proposé ici.</translation>
    </message>
    <message>
        <source>A trained spaCy pipeline tells names and dictionary forms better than the built-in rules do, and takes longer. Signals are read again at once; “Align the rest again” looks for matches with it.</source>
        <translation>Un modèle spaCy entraîné reconnaît mieux les noms et les formes de dictionnaire que les règles intégrées, et prend plus de temps. Les repères sont relus aussitôt&#xa0;; «&#xa0;Aligner à nouveau le reste&#xa0;» cherche des correspondances avec lui.</translation>
    </message>
    <message>
        <source>None: built-in rules</source>
        <translation>Aucun&#xa0;: règles intégrées</translation>
    </message>
    <message>
        <source>{name} (not installed)</source>
        <translation>{name} (pas installé)</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>Rétablir les valeurs par &amp;défaut</translation>
    </message>
    <message>
        <source>Set everything on all pages back to how the program came</source>
        <translation>Remettre tout, sur toutes les pages, comme à l’installation</translation>
    </message>
    <message>
        <source>Take &amp;that back</source>
        <translation>Re&amp;venir en arrière</translation>
    </message>
    <message>
        <source>Set everything to how it was before</source>
        <translation>Remettre tout comme auparavant</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>Preferring</name>
    <message>
        <source>Looking for trained pipelines…</source>
        <translation>Recherche de modèles entraînés…</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>Fichier&#x202f;%1</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Raccourci</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Voir dans&#xa0;:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Type de fichiers&#xa0;:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
</context>
<context>
    <name>QueueFilters</name>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n restante</numerusform>
            <numerusform>%n restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>File de révision</translation>
    </message>
    <message>
        <source>Document order</source>
        <translation>Ordre des articles</translation>
    </message>
    <message>
        <source>Most certain first</source>
        <translation>Plus sûres d’abord</translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation>Moins sûres d’abord</translation>
    </message>
    <message>
        <source>Strongest finding first</source>
        <translation>Constats les plus nets d’abord</translation>
    </message>
    <message>
        <source>Latest decided first</source>
        <translation>Dernières décidées d’abord</translation>
    </message>
    <message>
        <source>Order of the review queue</source>
        <translation>Ordre de la file de révision</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>to look at again: its words changed</source>
        <translation>à revoir&#xa0;: son texte a changé</translation>
    </message>
    <message>
        <source>linked by hand</source>
        <translation>liée à la main</translation>
    </message>
    <message>
        <source>{number} percent likely</source>
        <translation>probable à {number} pour cent</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglée</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>avec une note</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>pas encore enregistrée</translation>
    </message>
    <message>
        <source>differs in {kinds}</source>
        <translation>diffère&#xa0;: {kinds}</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Review queue</source>
        <translation>File de révision</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Correspondances</translation>
    </message>
</context>
<context>
    <name>ReadingCommands</name>
    <message>
        <source>Nothing corresponds to this statement</source>
        <translation>Rien ne correspond à cet énoncé</translation>
    </message>
    <message>
        <source>No further counterpart of this statement</source>
        <translation>Pas d’autre énoncé correspondant</translation>
    </message>
    <message>
        <source>Nowhere to go back to</source>
        <translation>Nulle part où revenir</translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>{reason}: {weight}</source>
        <translation>{reason}&#xa0;: {weight}</translation>
    </message>
</context>
<context>
    <name>ReasonsView</name>
    <message>
        <source>Why these two</source>
        <translation>Pourquoi ce lien</translation>
    </message>
    <message>
        <source>The program takes them for a {strength} match.</source>
        <translation>Le programme y voit une correspondance {strength}.</translation>
    </message>
    <message>
        <source>Linked by hand. The program had not compared these two.</source>
        <translation>Liés à la main. Le programme n’avait pas comparé ces deux énoncés.</translation>
    </message>
    <message>
        <source>Linked by hand. {program}</source>
        <translation>Liés à la main. {program}</translation>
    </message>
    <message>
        <source>To the right: speaks for a match; to the left: against it.</source>
        <translation>À droite&#xa0;: plaide pour une correspondance&#x202f;; à gauche&#xa0;: contre.</translation>
    </message>
    <message>
        <source>All together they make {percent}.</source>
        <translation>Le tout donne {percent}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more, saying little</source>
        <translation>
            <numerusform>%n autre, de peu de poids</numerusform>
            <numerusform>%n autres, de peu de poids</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message>
        <source>Recover what can be read</source>
        <translation>Récupérer ce qui peut être lu</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>récupéré</translation>
    </message>
    <message>
        <source>Recovering what can be read…</source>
        <translation>Récupération de ce qui peut être lu…</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) recovered</source>
        <translation>
            <numerusform>%n correspondance récupérée</numerusform>
            <numerusform>%n correspondances récupérées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them decided</source>
        <translation>
            <numerusform>dont&#x202f;%n décidée</numerusform>
            <numerusform>dont&#x202f;%n décidées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be kept</source>
        <translation>
            <numerusform>%n ligne n’a pas pu être gardée</numerusform>
            <numerusform>%n lignes n’ont pas pu être gardées</numerusform>
        </translation>
    </message>
    <message>
        <source>the whole history is in it</source>
        <translation>l’historique y est en entier</translation>
    </message>
    <message>
        <source>its history could not be kept: what stood last was decided anew</source>
        <translation>son historique n’a pas pu être gardé&#xa0;: le dernier état a été décidé à nouveau</translation>
    </message>
    <message>
        <source>{kept}, {decided}; {lost}; {history}. The damaged file was left as it is.</source>
        <translation>{kept}, {decided}&#xa0;; {lost}&#xa0;; {history}. Le fichier endommagé est resté tel quel.</translation>
    </message>
</context>
<context>
    <name>ReliabilityPlot</name>
    <message>
        <source>Share confirmed by confidence</source>
        <translation>Part confirmée selon la confiance</translation>
    </message>
    <message>
        <source>{confidence} sure: {share} of {count} confirmed</source>
        <translation>sûr à {confidence}&#xa0;: {share} de {count} confirmées</translation>
    </message>
    <message>
        <source>how sure the program was</source>
        <translation>confiance du programme</translation>
    </message>
    <message>
        <source>share confirmed</source>
        <translation>part confirmée</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>{match} {state}: {outcome}</source>
        <translation>{match} {state}&#xa0;: {outcome}</translation>
    </message>
    <message>
        <source>[removed: {words}]</source>
        <translation>[supprimé&#xa0;: {words}]</translation>
    </message>
    <message>
        <source>[added: {words}]</source>
        <translation>[ajouté&#xa0;: {words}]</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservé</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacé</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Changed: one became several</source>
        <translation>Modifié&#xa0;: un énoncé devenu plusieurs</translation>
    </message>
    <message>
        <source>Changed: several became one</source>
        <translation>Modifié&#xa0;: plusieurs énoncés devenus un seul</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Disparu</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>maintenue</translation>
    </message>
    <message>
        <source>comes back to the queue</source>
        <translation>revient dans la file</translation>
    </message>
    <message>
        <source>is orphaned, to be re-attached</source>
        <translation>devient orpheline, à rattacher</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>What could not be saved yet is not in the report.</source>
        <translation>Ce qui n’a pas encore pu être enregistré n’est pas dans le rapport.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>&amp;Language of the report</source>
        <translation>&amp;Langue du rapport</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Langue du rapport</translation>
    </message>
    <message>
        <source>C&amp;ontents</source>
        <translation>S&amp;ommaire</translation>
    </message>
    <message>
        <source>Contents of the report</source>
        <translation>Sommaire du rapport</translation>
    </message>
    <message>
        <source>Preparing the report…</source>
        <translation>Préparation du rapport…</translation>
    </message>
    <message>
        <source>Report: {title}</source>
        <translation>Rapport&#xa0;: {title}</translation>
    </message>
    <message>
        <source>In it: {matches}</source>
        <translation>Contenu&#xa0;: {matches}</translation>
    </message>
    <message>
        <source>Left out: {matches}</source>
        <translation>Écarté&#xa0;: {matches}</translation>
    </message>
</context>
<context>
    <name>Reversal</name>
    <message>
        <source>{state}, {relation}</source>
        <translation>{state}, {relation}</translation>
    </message>
    <message>
        <source>no note</source>
        <translation>sans note</translation>
    </message>
    <message>
        <source>{match}: {change}</source>
        <translation>{match}&#xa0;: {change}</translation>
    </message>
    <message>
        <source>overwrites what was said later</source>
        <translation>remplace ce qui a été dit plus tard</translation>
    </message>
    <message>
        <source>overwrites what {analyst} decided later, {time}</source>
        <translation>écrase ce que {analyst} a décidé depuis, {time}</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>Still comparing: try again in a moment</source>
        <translation>Comparaison en cours&#xa0;: réessayer dans un instant</translation>
    </message>
    <message>
        <source>No finding further down in this list</source>
        <translation>Plus de constat en dessous dans cette liste</translation>
    </message>
    <message>
        <source>No finding further up in this list</source>
        <translation>Plus de constat au-dessus dans cette liste</translation>
    </message>
    <message>
        <source>No contradiction further down in this list</source>
        <translation>Plus de contradiction en dessous dans cette liste</translation>
    </message>
    <message>
        <source>No contradiction further up in this list</source>
        <translation>Plus de contradiction au-dessus dans cette liste</translation>
    </message>
    <message>
        <source>Nowhere to go back to</source>
        <translation>Nulle part où revenir</translation>
    </message>
    <message>
        <source>Nowhere to go forward to</source>
        <translation>Nulle part où retourner</translation>
    </message>
    <message>
        <source>Statement copied with its citation</source>
        <translation>Énoncé copié avec sa référence</translation>
    </message>
    <message>
        <source>Match copied with its citations</source>
        <translation>Correspondance copiée avec ses références</translation>
    </message>
</context>
<context>
    <name>RowMaker</name>
    <message>
        <source>Claim {number}</source>
        <translation>Affirmation {number}</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>porte une note</translation>
    </message>
    <message>
        <source>the claim&apos;s wording</source>
        <translation>formulation retenue</translation>
    </message>
    <message>
        <source>{who}: {words}</source>
        <translation>{who}&#xa0;: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n outlet(s)</source>
        <translation>
            <numerusform>%n média</numerusform>
            <numerusform>%n médias</numerusform>
        </translation>
    </message>
    <message>
        <source>1 origin: {name}</source>
        <translation>1 origine&#xa0;: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n origin(s)</source>
        <translation>
            <numerusform>%n origine</numerusform>
            <numerusform>%n origines</numerusform>
        </translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>contredite</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>concordante</translation>
    </message>
    <message>
        <source>only in {letter}</source>
        <translation>seulement dans {letter}</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): {strongest}</source>
        <translation>
            <numerusform>%n constat&#xa0;: {strongest}</numerusform>
            <numerusform>%n constats&#xa0;: {strongest}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>nothing corresponds</source>
        <translation>rien ne correspond</translation>
    </message>
    <message>
        <source>not searched</source>
        <translation>pas recherché</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglée</translation>
    </message>
    <message>
        <source>not pinned</source>
        <translation>pas épinglée</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>assessment</source>
        <translation>appréciation</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>{field} {value}</source>
        <translation>{field} {value}</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>This case is open for reading only: nothing is changed in it.</source>
        <translation>Ce dossier est ouvert en lecture seule&#xa0;: rien n’y est modifié.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>This case is open in another window, or another program writes to it.</source>
        <translation>Ce dossier est ouvert dans une autre fenêtre, ou un autre programme y écrit.</translation>
    </message>
    <message>
        <source>{name} has this case open in another window since {when}.</source>
        <translation>{name} a ouvert ce dossier dans une autre fenêtre, le {when}.</translation>
    </message>
    <message>
        <source>{name} has this case open on {machine} since {when}.</source>
        <translation>{name} a ouvert ce dossier sur {machine}, le {when}.</translation>
    </message>
    <message>
        <source>Here it is open for reading only; it can be changed as soon as it is closed there.</source>
        <translation>Il est ouvert ici en lecture seule&#x202f;; il pourra être modifié dès qu’il y sera fermé.</translation>
    </message>
    <message>
        <source>This case lies in a network folder, or on a disk where SQLite’s usual log does not work: decisions are written with a journal instead, as safe and a little slower.</source>
        <translation>Ce dossier se trouve dans un répertoire réseau, ou sur un disque où le journal habituel de SQLite ne fonctionne pas&#xa0;: les décisions sont écrites par un autre procédé, tout aussi sûr et un peu plus lent.</translation>
    </message>
    <message>
        <source>The case was closed elsewhere: it is shown as it is now, and you can change it.</source>
        <translation>Le dossier a été fermé ailleurs&#xa0;: il est affiché dans son état actuel, et vous pouvez le modifier.</translation>
    </message>
    <message>
        <source>Looking at conflict copies…</source>
        <translation>Examen des copies en conflit…</translation>
    </message>
    <message>
        <source>This is a conflict copy of {name}, made by a synchronised folder.</source>
        <translation>Ceci est une copie en conflit de {name}, créée par un répertoire synchronisé.</translation>
    </message>
    <message>
        <source>A synchronised folder put a conflict copy beside this case: {name}.</source>
        <translation>Un répertoire synchronisé a déposé une copie en conflit à côté de ce dossier&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>It compares other articles by now: open it to see what it holds.</source>
        <translation>Elle compare désormais d’autres articles&#xa0;: ouvrez-la pour voir ce qu’elle contient.</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n decision(s) that this case lacks.</source>
        <translation>
            <numerusform>Elle contient&#x202f;%n décision qui manque à ce dossier.</numerusform>
            <numerusform>Elle contient&#x202f;%n décisions qui manquent à ce dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds no decision that this case lacks, and can be deleted.</source>
        <translation>Elle ne contient aucune décision qui manque à ce dossier et peut être supprimée.</translation>
    </message>
    <message>
        <source>Compare and merge…</source>
        <translation>Comparer et fusionner…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
</context>
<context>
    <name>ShownPage</name>
    <message>
        <source>What is shown</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>&amp;Overview strips beside the articles</source>
        <translation>&amp;Bandes d’aperçu à côté des articles</translation>
    </message>
    <message>
        <source>Each shows the whole article and what of it is in view.</source>
        <translation>Chacune montre tout l’article et la partie visible.</translation>
    </message>
    <message>
        <source>&amp;Ribbons between the articles</source>
        <translation>R&amp;ubans entre les articles</translation>
    </message>
    <message>
        <source>Si&amp;gnals underlined in the articles</source>
        <translation>&amp;Repères soulignés dans les articles</translation>
    </message>
    <message>
        <source>Figures, dates, names, quotes and the like; the View menu chooses kinds.</source>
        <translation>Chiffres, dates, noms, citations et autres&#xa0;; le menu Affichage en choisit les types.</translation>
    </message>
    <message>
        <source>&amp;Linked scrolling</source>
        <translation>Défilement &amp;lié</translation>
    </message>
    <message>
        <source>Scrolling one article brings what corresponds in the other level with it.</source>
        <translation>Faire défiler un article amène à sa hauteur ce qui y correspond dans l’autre.</translation>
    </message>
</context>
<context>
    <name>SilenceDialog</name>
    <message>
        <source>Nothing corresponds</source>
        <translation>Rien ne correspond</translation>
    </message>
    <message>
        <source>Searched: nothing in {letter} corresponds to {statement}</source>
        <translation>Cherché&#xa0;: rien dans {letter} ne correspond à {statement}</translation>
    </message>
    <message>
        <source>Does nothing in {letter} correspond to {statement}?</source>
        <translation>Rien dans {letter} ne correspond à {statement}&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Lier</translation>
    </message>
    <message>
        <source>&amp;Search again</source>
        <translation>&amp;Chercher de nouveau</translation>
    </message>
    <message>
        <source>&amp;Nothing in {letter} corresponds</source>
        <translation>&amp;Rien ne correspond dans {letter}</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>No statement of {letter} has anything in common.</source>
        <translation>Aucun énoncé de {letter} n’a quoi que ce soit en commun.</translation>
    </message>
    <message>
        <source>{statements} is confirmed: reject that first.</source>
        <translation>{statements} est confirmé&#xa0;: rejeter d’abord cette correspondance.</translation>
    </message>
    <message>
        <source>These are proposed; searching for others…</source>
        <translation>Ceux-ci sont proposés&#x202f;; recherche d’autres candidats…</translation>
    </message>
    <message>
        <source>A digit links that statement. What is proposed here is rejected.</source>
        <translation>Un chiffre lie cet énoncé. Ce qui est proposé ici est rejeté.</translation>
    </message>
    <message>
        <source>Source that is searched</source>
        <translation>Source où l’on cherche</translation>
    </message>
    <message>
        <source>What corresponds best</source>
        <translation>Ce qui correspond le mieux</translation>
    </message>
    <message>
        <source>S&amp;ource:</source>
        <translation>S&amp;ource&#xa0;:</translation>
    </message>
    <message>
        <source>What corresponds best:</source>
        <translation>Ce qui correspond le mieux&#xa0;:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SizeBox</name>
    <message>
        <source>{points} pt</source>
        <translation>{points}&#xa0;pt</translation>
    </message>
</context>
<context>
    <name>SourceCommands</name>
    <message>
        <source>Add articles</source>
        <translation>Ajouter des articles</translation>
    </message>
    <message>
        <source>Articles ({endings})</source>
        <translation>Articles ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>There is no text, no file and no link on the clipboard</source>
        <translation>Le presse-papiers ne contient ni texte, ni fichier, ni lien</translation>
    </message>
    <message>
        <source>Export original</source>
        <translation>Exporter l’original</translation>
    </message>
    <message>
        <source>Original saved as {name}</source>
        <translation>Original enregistré sous {name}</translation>
    </message>
    <message>
        <source>It stands at the end already</source>
        <translation>Elle est déjà au bout</translation>
    </message>
    <message>
        <source>{source} was removed; {key} brings it back</source>
        <translation>{source} retirée&#x202f;; {key} la rétablit</translation>
    </message>
    <message>
        <source>Source {letter}</source>
        <translation>Source {letter}</translation>
    </message>
    <message>
        <source>The file that it was read from was not kept in this case</source>
        <translation>Le fichier d’origine n’a pas été conservé dans ce dossier</translation>
    </message>
</context>
<context>
    <name>SourceHeading</name>
    <message>
        <source>Properties of this source</source>
        <translation>Propriétés de cette source</translation>
    </message>
    <message>
        <source>statement {number}</source>
        <translation>énoncé {number}</translation>
    </message>
    <message>
        <source>Source {letter}, {name}, {date}, {statement}</source>
        <translation>Source {letter}, {name}, {date}, {statement}</translation>
    </message>
</context>
<context>
    <name>SourcePropertiesDialog</name>
    <message>
        <source>Source {letter}</source>
        <translation>Source {letter}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation>Adresse (URL)</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Assumed: {date}, the date of the other sources, since none stands in this article. A date typed here takes its place.</source>
        <translation>Date supposée&#xa0;: {date}, celle des autres sources, car cet article n’en porte aucune. Une date saisie ici la remplace.</translation>
    </message>
    <message>
        <source>No date is known. Write it like 2023-06-04, 2023-06 or 4 June 2023.</source>
        <translation>Aucune date connue. L’écrire comme 2023-06-04, 2023-06 ou 4 juin 2023.</translation>
    </message>
    <message>
        <source>Figures, dates, quotes and the like are found in French and English only.</source>
        <translation>Chiffres, dates, citations, etc. ne sont relevés qu’en français et en anglais.</translation>
    </message>
    <message>
        <source>Figures, dates, quotes and the like are read anew by the rules of this language.</source>
        <translation>Chiffres, dates, citations, etc. seront relevés à nouveau selon cette langue.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln caractère</numerusform>
            <numerusform>%Ln caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>le presse-papiers</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importation</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Show original…</source>
        <translation>Afficher l’original…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln statement(s)</source>
        <translation>
            <numerusform>%Ln énoncé</numerusform>
            <numerusform>%Ln énoncés</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>SourcesView</name>
    <message>
        <source>What each source has</source>
        <translation>Ce que contient chaque source</translation>
    </message>
    <message>
        <source>Claims that two sources share</source>
        <translation>Affirmations que deux sources partagent</translation>
    </message>
    <message>
        <source>Claims by the date of their first article</source>
        <translation>Affirmations selon la date de leur premier article</translation>
    </message>
    <message>
        <source>Comparing the sources…</source>
        <translation>Comparaison des sources…</translation>
    </message>
</context>
<context>
    <name>SplitGroupDialog</name>
    <message>
        <source>Split the group</source>
        <translation>Scinder le groupe</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s): {parts}</source>
        <translation>
            <numerusform>%n partie&#xa0;: {parts}</numerusform>
            <numerusform>%n parties&#xa0;: {parts}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take away %n match(es)</source>
        <translation>
            <numerusform>Retirer&#x202f;%n correspondance</numerusform>
            <numerusform>Retirer&#x202f;%n correspondances</numerusform>
        </translation>
    </message>
    <message>
        <source>Matches of the group; Space leaves one out</source>
        <translation>Correspondances du groupe&#x202f;; Espace en écarte une</translation>
    </message>
    <message>
        <source>Leave out (Space) what does not belong together. It is rejected, or unlinked where it was made by hand; one undo takes that back.</source>
        <translation>Écarter (Espace) ce qui ne va pas ensemble. C’est rejeté, ou délié si cela a été lié à la main&#x202f;; une annulation suffit pour revenir.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Recent cases</source>
        <translation>Dossiers récents</translation>
    </message>
    <message>
        <source>Put two or more articles on one event side by side. Reconciler lines up the statements that report the same thing; you confirm or reject each match from the keyboard, and every decision is kept.</source>
        <translation>Mettre côte à côte plusieurs articles sur un même événement. Reconciler met en regard les énoncés qui rapportent la même chose&#x202f;; chaque correspondance se confirme ou se rejette au clavier, et chaque décision est conservée.</translation>
    </message>
    <message>
        <source>Add articles…</source>
        <translation>Ajouter des articles…</translation>
    </message>
    <message>
        <source>Open case…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Essayer l’exemple</translation>
    </message>
    <message>
        <source>Two short articles written to show what the program does</source>
        <translation>Deux courts articles écrits pour montrer ce que fait le programme</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Suivre la visite guidée</translation>
    </message>
    <message>
        <source>Five steps through the sample, a minute or two</source>
        <translation>Cinq étapes dans l’exemple, une ou deux minutes</translation>
    </message>
    <message>
        <source>… or drop articles, a link or a case file anywhere here, or paste text with {key}.</source>
        <translation>… ou déposer ici des articles, un lien ou un dossier, ou coller du texte avec {key}.</translation>
    </message>
    <message>
        <source>{case}, last changed {when}</source>
        <translation>{case}, dernière modification&#xa0;: {when}</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>A match in which one signal of a kind differs counts as differing in that kind.</source>
        <translation>Une correspondance dont un seul indice d’un genre diffère compte comme différente pour ce genre.</translation>
    </message>
    <message>
        <source>Nothing was compared yet: confirm a match first.</source>
        <translation>Rien n’est encore comparé&#xa0;: confirmez d’abord une correspondance.</translation>
    </message>
    <message>
        <source>There is no match yet.</source>
        <translation>Il n’y a pas encore de correspondance.</translation>
    </message>
    <message numerus="yes">
        <source>{share} of %n match(es) decided.</source>
        <translation>
            <numerusform>{share} de&#x202f;%n correspondance tranchée.</numerusform>
            <numerusform>{share} de&#x202f;%n correspondances tranchées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>%n confirmée</numerusform>
            <numerusform>%n confirmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation>
            <numerusform>%n incertaine</numerusform>
            <numerusform>%n incertaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejetée</numerusform>
            <numerusform>%n rejetées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposed</source>
        <translation>
            <numerusform>%n proposée</numerusform>
            <numerusform>%n proposées</numerusform>
        </translation>
    </message>
    <message>
        <source>No verdict was given yet.</source>
        <translation>Aucun verdict n’est encore donné.</translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) given, changed ones included,</source>
        <translation>
            <numerusform>%n verdict donné, changements compris,</numerusform>
            <numerusform>%n verdicts donnés, changements compris,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n sitting(s).</source>
        <translation>
            <numerusform>en&#x202f;%n séance.</numerusform>
            <numerusform>en&#x202f;%n séances.</numerusform>
        </translation>
    </message>
    <message>
        <source>All sittings together: {worked}; from one act to the next {seconds} in the middle.</source>
        <translation>Durée totale des séances&#xa0;: {worked}&#x202f;; temps médian d’un acte à l’autre&#xa0;: {seconds}.</translation>
    </message>
    <message numerus="yes">
        <source>At that pace the %n undecided would take {time}.</source>
        <translation>
            <numerusform>À ce rythme,&#x202f;%n qui reste prendrait {time}.</numerusform>
            <numerusform>À ce rythme, les&#x202f;%n qui restent prendraient {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Not shown while confidence is hidden.</source>
        <translation>Non affiché tant que la confiance est masquée.</translation>
    </message>
    <message>
        <source>Verdicts that were brought in or carried over are not counted here.</source>
        <translation>Les verdicts repris d’un autre dossier ou reportés ne sont pas comptés ici.</translation>
    </message>
    <message>
        <source>No proposal was confirmed or rejected yet.</source>
        <translation>Aucune proposition n’est encore confirmée ni rejetée.</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) confirmed or rejected. A dot on the line means that of what was called 80 % likely, eight in ten were confirmed; the bars show how far chance alone may go.</source>
        <translation>
            <numerusform>%n proposition confirmée ou rejetée. Un point sur la ligne signifie que, de ce qui était dit probable à 80&#x202f;%, huit sur dix ont été confirmées&#x202f;; les barres montrent jusqu’où va le seul hasard.</numerusform>
            <numerusform>%n propositions confirmées ou rejetées. Un point sur la ligne signifie que, de ce qui était dit probable à 80&#x202f;%, huit sur dix ont été confirmées&#x202f;; les barres montrent jusqu’où va le seul hasard.</numerusform>
        </translation>
    </message>
    <message>
        <source>On average the two lie {points} apart.</source>
        <translation>En moyenne, l’écart entre les deux est de {points}.</translation>
    </message>
    <message>
        <source>With fewer than twenty, this says little.</source>
        <translation>À moins de vingt, cela ne dit pas grand-chose.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Tranchées</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmées</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Concorde</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Diffère</translation>
    </message>
    <message>
        <source>One side only</source>
        <translation>D’un seul côté</translation>
    </message>
    <message>
        <source>Statistics of {case}</source>
        <translation>Statistiques de {case}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Rythme</translation>
    </message>
    <message>
        <source>How proposals of each confidence were decided</source>
        <translation>Décisions selon la confiance des propositions</translation>
    </message>
    <message>
        <source>What agrees in the confirmed matches</source>
        <translation>Ce qui concorde dans les correspondances confirmées</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Share of matches that are decided</source>
        <translation>Part des correspondances qui ont un verdict</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Confidence hidden</source>
        <translation>Confiance masquée</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Analyst: {name}</source>
        <translation>Analyste&#xa0;: {name}</translation>
    </message>
    <message>
        <source>The name that decisions are kept under; press to change it</source>
        <translation>Le nom sous lequel les décisions sont conservées&#xa0;; cliquer pour le changer</translation>
    </message>
    <message>
        <source>Blind mode: confidence and reasons are hidden; press to show them</source>
        <translation>Mode aveugle&#xa0;: confiance et raisons sont masquées&#xa0;; cliquer pour les afficher</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>%n confirmée</numerusform>
            <numerusform>%n confirmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejetée</numerusform>
            <numerusform>%n rejetées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation>
            <numerusform>%n incertaine</numerusform>
            <numerusform>%n incertaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n à traiter</numerusform>
            <numerusform>%n à traiter</numerusform>
        </translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>Ouvert en lecture seule</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) not saved</source>
        <translation>
            <numerusform>%n décision non enregistrée</numerusform>
            <numerusform>%n décisions non enregistrées</numerusform>
        </translation>
    </message>
    <message>
        <source>Case file gone</source>
        <translation>Fichier du dossier disparu</translation>
    </message>
    <message>
        <source>All decisions saved</source>
        <translation>Décisions enregistrées</translation>
    </message>
</context>
<context>
    <name>TakenBack</name>
    <message numerus="yes">
        <source>%n silence(s) to be searched again</source>
        <translation>
            <numerusform>%n silence à rechercher de nouveau</numerusform>
            <numerusform>%n silences à rechercher de nouveau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pin(s) taken off</source>
        <translation>
            <numerusform>%n épingle retirée</numerusform>
            <numerusform>%n épingles retirées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) on claims taken back</source>
        <translation>
            <numerusform>%n remarque sur une affirmation retirée</numerusform>
            <numerusform>%n remarques sur des affirmations retirées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenChip</name>
    <message>
        <source>{filter} {count} ✕</source>
        <comment>a filter that is on, how many it shows, a cross to take it off</comment>
        <translation>{filter} {count} ✕</translation>
    </message>
    <message>
        <source>{filter}, {count}: take this filter off</source>
        <comment>for a screen reader</comment>
        <translation>{filter}, {count}&#xa0;: retirer ce filtre</translation>
    </message>
    <message>
        <source>Take this filter off</source>
        <translation>Retirer ce filtre</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%n decision(s) not saved.</source>
        <translation>
            <numerusform>%n décision non enregistrée.</numerusform>
            <numerusform>%n décisions non enregistrées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>&amp;Left article</source>
        <translation>Article de &amp;gauche</translation>
    </message>
    <message>
        <source>Left article: size</source>
        <translation>Article de gauche&#xa0;: taille</translation>
    </message>
    <message>
        <source>&amp;Right article</source>
        <translation>Article de d&amp;roite</translation>
    </message>
    <message>
        <source>Right article: size</source>
        <translation>Article de droite&#xa0;: taille</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspecteur</translation>
    </message>
    <message>
        <source>Inspector: size</source>
        <translation>Inspecteur&#xa0;: taille</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Serré</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habituel</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Very wide</source>
        <translation>Très large</translation>
    </message>
    <message>
        <source>Line &amp;spacing</source>
        <translation>I&amp;nterligne</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Étroit</translation>
    </message>
    <message>
        <source>As wide as the pane</source>
        <translation>Tout le volet</translation>
    </message>
    <message>
        <source>Reading &amp;width</source>
        <translation>&amp;Longueur des lignes</translation>
    </message>
    <message>
        <source>The usual width holds about 75 letters: in longer lines the eye loses its place.</source>
        <translation>La longueur habituelle est d’environ 75&#xa0;signes&#xa0;: au-delà, l’œil se perd dans la ligne.</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
</context>
<context>
    <name>TrianglesDialog</name>
    <message>
        <source>What your decisions imply</source>
        <translation>Ce que vos décisions impliquent</translation>
    </message>
    <message>
        <source>Triangles</source>
        <translation>Triangles</translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) to settle</source>
        <translation>
            <numerusform>%n contradiction à régler</numerusform>
            <numerusform>%n contradictions à régler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decisions contradict each other nowhere.</source>
        <translation>Vos décisions ne se contredisent nulle part.</translation>
    </message>
    <message numerus="yes">
        <source>Confirm all %n that are proposed</source>
        <translation>
            <numerusform>Confirmer la&#x202f;%n proposée</numerusform>
            <numerusform>Confirmer les&#x202f;%n proposées</numerusform>
        </translation>
    </message>
    <message>
        <source>You confirmed {a} = {b} and {b} = {c} but not {a} = {c}: one of the three is wrong.</source>
        <translation>Vous avez confirmé {a} = {b} et {b} = {c}, mais pas {a} = {c}&#xa0;: l’un des trois est faux.</translation>
    </message>
    <message>
        <source>You confirmed {a} = {b} and {b} = {c}: does {a} match {c} as well?</source>
        <translation>Vous avez confirmé {a} = {b} et {b} = {c}&#xa0;: {a} correspond-il aussi à {c}&#x202f;?</translation>
    </message>
    <message>
        <source>{one} = {other}: confirmed</source>
        <translation>{one} = {other}&#xa0;: confirmée</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>{one} – {other}: searched, nothing there</source>
        <translation>{one} – {other}&#xa0;: cherché, rien trouvé</translation>
    </message>
    <message>
        <source>{one} – {other}: not proposed</source>
        <translation>{one} – {other}&#xa0;: pas proposée</translation>
    </message>
    <message>
        <source>{one} ≠ {other}: rejected</source>
        <translation>{one} ≠ {other}&#xa0;: rejetée</translation>
    </message>
    <message>
        <source>{one} – {other}: unsure</source>
        <translation>{one} – {other}&#xa0;: incertaine</translation>
    </message>
    <message>
        <source>{one} – {other}: proposed</source>
        <translation>{one} – {other}&#xa0;: proposée</translation>
    </message>
</context>
<context>
    <name>TrianglesModel</name>
    <message>
        <source>{a} = {b} = {c}, but {a} ≠ {c}</source>
        <translation>{a} = {b} = {c}, mais {a} ≠ {c}</translation>
    </message>
    <message>
        <source>{a} = {b} = {c}</source>
        <translation>{a} = {b} = {c}</translation>
    </message>
    <message>
        <source>To settle: {a} and {b} match, {b} and {c} match, {a} and {c} do not</source>
        <translation>À régler&#xa0;: {a} et {b} correspondent, {b} et {c} aussi, {a} et {c} non</translation>
    </message>
    <message>
        <source>Suggestion: {a} and {b} match, {b} and {c} match, so do {a} and {c}?</source>
        <translation>Suggestion&#xa0;: {a} et {b} correspondent, {b} et {c} aussi&#x202f;; {a} et {c} également&#x202f;?</translation>
    </message>
</context>
<context>
    <name>UpdateSourceDialog</name>
    <message>
        <source>Update source {letter}</source>
        <translation>Actualiser la source {letter}</translation>
    </message>
    <message>
        <source>The later text of “{title}”:</source>
        <translation>Nouveau texte de «&#xa0;{title}&#xa0;»&#xa0;:</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Fetch and compare</source>
        <translation>Récupérer et comparer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>What it changes is shown before anything is accepted.</source>
        <translation>Ce qui change est montré avant toute acceptation.</translation>
    </message>
    <message>
        <source>Choose &amp;file…</source>
        <translation>Choisir un &amp;fichier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message>
        <source>Later text of the source</source>
        <translation>Nouveau texte de la source</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Lecture de {name}…</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Le texte</translation>
    </message>
    <message>
        <source>This is, byte for byte, the text that the case has: nothing has changed.</source>
        <translation>C’est, octet pour octet, le texte déjà présent dans le dossier&#xa0;: rien n’a changé.</translation>
    </message>
    <message>
        <source>Source {letter} has its later text.</source>
        <translation>La source {letter} a son nouveau texte.</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) to look at again.</source>
        <translation>
            <numerusform>%n correspondance à revoir.</numerusform>
            <numerusform>%n correspondances à revoir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Afficher</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) orphaned.</source>
        <translation>
            <numerusform>%n décision orpheline.</numerusform>
            <numerusform>%n décisions orphelines.</numerusform>
        </translation>
    </message>
    <message>
        <source>Re-attach</source>
        <translation>Rattacher</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Concorde</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Diffère</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>Contredit</translation>
    </message>
</context>
<context>
    <name>VerdictButton</name>
    <message>
        <source>Key: {key}</source>
        <translation>Touche&#xa0;: {key}</translation>
    </message>
    <message>
        <source>suggested by what was compared</source>
        <translation>suggéré par la comparaison</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggéré</translation>
    </message>
</context>
<context>
    <name>VersionCommands</name>
    <message>
        <source>No version of this source is older</source>
        <translation>Aucune version plus ancienne de cette source</translation>
    </message>
    <message>
        <source>No version of this source is later</source>
        <translation>Aucune version plus récente de cette source</translation>
    </message>
    <message>
        <source>The present version</source>
        <translation>Version actuelle</translation>
    </message>
    <message>
        <source>A former version, to be read only</source>
        <translation>Version antérieure, en lecture seule</translation>
    </message>
    <message>
        <source>Comparing versions…</source>
        <translation>Comparaison des versions…</translation>
    </message>
    <message>
        <source>No decision is orphaned</source>
        <translation>Aucune décision orpheline</translation>
    </message>
    <message>
        <source>Choose an orphaned decision, and one statement in each article</source>
        <translation>Choisir une décision orpheline et un énoncé dans chaque article</translation>
    </message>
</context>
<context>
    <name>VersionReport</name>
    <message>
        <source>Update source {letter}</source>
        <translation>Actualiser la source {letter}</translation>
    </message>
    <message>
        <source>Nothing was decided of this source so far: no decision is touched.</source>
        <translation>Rien n’a encore été décidé sur cette source&#xa0;: aucune décision n’est touchée.</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) stand</source>
        <translation>
            <numerusform>%n décision maintenue</numerusform>
            <numerusform>%n décisions maintenues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n come(s) back to the queue</source>
        <translation>
            <numerusform>%n revient dans la file</numerusform>
            <numerusform>%n reviennent dans la file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are orphaned</source>
        <translation>
            <numerusform>%n devient orpheline</numerusform>
            <numerusform>%n deviennent orphelines</numerusform>
        </translation>
    </message>
    <message>
        <source>Every statement reads as before. The text that was there is kept as a version.</source>
        <translation>Chaque énoncé se lit comme avant. Le texte précédent est conservé comme version.</translation>
    </message>
    <message>
        <source>Nothing is taken over until you accept. The text that was there is kept as a version, and undo brings it back.</source>
        <translation>Rien n’est repris avant votre accord. Le texte précédent est conservé comme version, et annuler le rétablit.</translation>
    </message>
    <message>
        <source>{source}: what is different in its later text</source>
        <translation>{source}&#xa0;: ce qui diffère dans son nouveau texte</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) before</source>
        <translation>
            <numerusform>%n énoncé avant</numerusform>
            <numerusform>%n énoncés avant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n now</source>
        <translation>
            <numerusform>%n à présent</numerusform>
            <numerusform>%n à présent</numerusform>
        </translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Tous les changements</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Disparus</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacés</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservés</translation>
    </message>
    <message>
        <source>With decisions</source>
        <translation>Avec décisions</translation>
    </message>
    <message>
        <source>{filter}, {count}</source>
        <comment>the same for a screen reader</comment>
        <translation>{filter}, {count}</translation>
    </message>
    <message>
        <source>What became of the statements</source>
        <translation>Ce que sont devenus les énoncés</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Accept the later text</source>
        <translation>Accepter le nouveau texte</translation>
    </message>
</context>
<context>
    <name>_Beside</name>
    <message>
        <source>Bringing in the decisions of {name}…</source>
        <translation>Reprise des décisions de {name}…</translation>
    </message>
    <message>
        <source>Comparing with {name}…</source>
        <translation>Comparaison avec {name}…</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Éd&amp;ition</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Révision</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>Kinds of si&amp;gnal</source>
        <translation>T&amp;ypes de repères</translation>
    </message>
    <message>
        <source>&amp;Kind of statement</source>
        <translation>&amp;Nature de l’énoncé</translation>
    </message>
    <message>
        <source>Filters and orders of the &amp;queue</source>
        <translation>Filtres et &amp;ordres de la file</translation>
    </message>
    <message>
        <source>Several &amp;matches at once</source>
        <translation>Plusieurs correspondances en &amp;bloc</translation>
    </message>
    <message>
        <source>&amp;New case from articles…</source>
        <translation>&amp;Nouveau dossier à partir d’articles…</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>&amp;Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>&amp;Save case as…</source>
        <translation>&amp;Enregistrer le dossier sous…</translation>
    </message>
    <message>
        <source>Save the case under another name or elsewhere, and go on there</source>
        <translation>Enregistrer le dossier sous un autre nom ou ailleurs, et y poursuivre le travail</translation>
    </message>
    <message>
        <source>&amp;Rename case…</source>
        <translation>&amp;Renommer le dossier…</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Afficher l’emplacement du &amp;fichier</translation>
    </message>
    <message>
        <source>Move case to the &amp;trash…</source>
        <translation>Mettre le dossier à la &amp;corbeille…</translation>
    </message>
    <message>
        <source>&amp;Close case</source>
        <translation>Fer&amp;mer le dossier</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>Histori&amp;que…</translation>
    </message>
    <message>
        <source>Every act of the case: look one up, go to its matches, revert it</source>
        <translation>Tous les actes du dossier&#xa0;: en retrouver un, aller à ses correspondances, le révoquer</translation>
    </message>
    <message>
        <source>History of this ma&amp;tch…</source>
        <translation>His&amp;torique de cette correspondance…</translation>
    </message>
    <message>
        <source>Show the last act on this match in the history, to revert it</source>
        <translation>Montrer dans l’historique le dernier acte sur cette correspondance, pour le révoquer</translation>
    </message>
    <message>
        <source>Copy &amp;statement with citation</source>
        <translation>Copier l’éno&amp;ncé avec sa référence</translation>
    </message>
    <message>
        <source>Copy &amp;match with citations</source>
        <translation>Copier la &amp;correspondance avec ses références</translation>
    </message>
    <message>
        <source>&amp;Find in all sources</source>
        <translation>Rec&amp;hercher dans toutes les sources</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Occurrence &amp;suivante</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Occurrence &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Add source…</source>
        <translation>&amp;Ajouter une source…</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add &amp;link…</source>
        <translation>Ajouter un &amp;lien…</translation>
    </message>
    <message>
        <source>Fetch the page at an address, and nothing it refers to</source>
        <translation>Récupérer la page à une adresse, et rien de ce à quoi elle renvoie</translation>
    </message>
    <message>
        <source>Paste as a so&amp;urce</source>
        <translation>&amp;Coller comme source</translation>
    </message>
    <message>
        <source>Make a source of the text, the files or the link on the clipboard</source>
        <translation>Faire une source du texte, des fichiers ou du lien du presse-papiers</translation>
    </message>
    <message>
        <source>&amp;Properties…</source>
        <translation>&amp;Propriétés…</translation>
    </message>
    <message>
        <source>Title, outlet, address, date and language of a source</source>
        <translation>Titre, média, adresse, date et langue d’une source</translation>
    </message>
    <message>
        <source>Compare a source with its later text, and take that over</source>
        <translation>Comparer une source avec son nouveau texte, et reprendre celui-ci</translation>
    </message>
    <message>
        <source>&amp;Orphaned decisions</source>
        <translation>Décisions &amp;orphelines</translation>
    </message>
    <message>
        <source>Decisions whose statement is gone from its source</source>
        <translation>Décisions dont l’énoncé a disparu de sa source</translation>
    </message>
    <message>
        <source>Up&amp;date source…</source>
        <translation>Act&amp;ualiser une source…</translation>
    </message>
    <message>
        <source>By &amp;hand</source>
        <translation>Choi&amp;x à la main</translation>
    </message>
    <message>
        <source>Re-attac&amp;h to the selected statements</source>
        <translation>Rattac&amp;her aux énoncés sélectionnés</translation>
    </message>
    <message>
        <source>Put the orphaned decision that is chosen on two other statements</source>
        <translation>Faire porter la décision orpheline choisie sur deux autres énoncés</translation>
    </message>
    <message>
        <source>&amp;Former version in this pane</source>
        <translation>Version antér&amp;ieure dans ce volet</translation>
    </message>
    <message>
        <source>Later &amp;version in this pane</source>
        <translation>Version ultéri&amp;eure dans ce volet</translation>
    </message>
    <message>
        <source>&amp;Changes since the former version</source>
        <translation>Chan&amp;gements depuis la version antérieure</translation>
    </message>
    <message>
        <source>Mark in the articles what their former version did not have</source>
        <translation>Marquer dans les articles ce que leur version antérieure n’avait pas</translation>
    </message>
    <message>
        <source>&amp;Show original…</source>
        <translation>A&amp;fficher l’original…</translation>
    </message>
    <message>
        <source>Look at the imported bytes as text; nothing in them is run</source>
        <translation>Voir les octets importés comme du texte&#x202f;; rien n’y est exécuté</translation>
    </message>
    <message>
        <source>E&amp;xport original…</source>
        <translation>E&amp;xporter l’original…</translation>
    </message>
    <message>
        <source>Save the imported bytes as a file, just as they came</source>
        <translation>Enregistrer les octets importés dans un fichier, tels quels</translation>
    </message>
    <message>
        <source>Move &amp;before the previous source</source>
        <translation>Placer a&amp;vant la source précédente</translation>
    </message>
    <message>
        <source>Put the source of this pane one place further to the front</source>
        <translation>Avancer d’une place la source de ce volet</translation>
    </message>
    <message>
        <source>Move b&amp;ehind the next source</source>
        <translation>Placer ap&amp;rès la source suivante</translation>
    </message>
    <message>
        <source>Put the source of this pane one place further to the back</source>
        <translation>Reculer d’une place la source de ce volet</translation>
    </message>
    <message>
        <source>&amp;Remove source</source>
        <translation>Re&amp;tirer la source</translation>
    </message>
    <message>
        <source>Take the source of this pane out of the case; undo brings it back</source>
        <translation>Retirer du dossier la source de ce volet&#x202f;; annuler la rétablit</translation>
    </message>
    <message>
        <source>Spli&amp;t statement</source>
        <translation>Couper l’énoncé en &amp;deux</translation>
    </message>
    <message>
        <source>Choose with the arrow keys where the statement is cut in two</source>
        <translation>Choisir avec les flèches où l’énoncé est coupé en deux</translation>
    </message>
    <message>
        <source>&amp;Merge with the next statement</source>
        <translation>Réunir avec l’énoncé &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Lead</source>
        <translation>&amp;Chapeau</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>&amp;Intertitre</translation>
    </message>
    <message>
        <source>Heading between paragraphs; it is not matched</source>
        <translation>Titre entre deux paragraphes&#x202f;; il n’est pas mis en correspondance</translation>
    </message>
    <message>
        <source>&amp;Sentence</source>
        <translation>&amp;Phrase</translation>
    </message>
    <message>
        <source>&amp;Not part of the article</source>
        <translation>&amp;Hors article</translation>
    </message>
    <message>
        <source>A caption, a link to other pages, a button: it is not matched</source>
        <translation>Une légende, un lien vers d’autres pages, un bouton&#xa0;: pas de mise en correspondance</translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation>Correspondance &amp;suivante</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>Correspondance &amp;précédente</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>&amp;Skip to the next undecided</source>
        <translation>Passer à la suivante sans &amp;verdict</translation>
    </message>
    <message>
        <source>Pre&amp;vious undecided</source>
        <translation>Revenir &amp;à la précédente sans verdict</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Confirmer</translation>
    </message>
    <message>
        <source>Both report the same thing; goes on to the next undecided match</source>
        <translation>Les deux énoncés rapportent la même chose&#x202f;; passe à la suivante sans verdict</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Rejeter</translation>
    </message>
    <message>
        <source>Not the same thing; goes on to the next undecided match</source>
        <translation>Ce n’est pas la même chose&#x202f;; passe à la suivante sans verdict</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;Incertain</translation>
    </message>
    <message>
        <source>Neither a yes nor a no; goes on to the next undecided match</source>
        <translation>Ni oui ni non&#x202f;; passe à la suivante sans verdict</translation>
    </message>
    <message>
        <source>It &amp;agrees</source>
        <translation>C&amp;oncorde</translation>
    </message>
    <message>
        <source>It &amp;differs</source>
        <translation>Diff&amp;ère</translation>
    </message>
    <message>
        <source>It c&amp;ontradicts</source>
        <translation>Contre&amp;dit</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>E&amp;ffacer</translation>
    </message>
    <message>
        <source>Take the verdict away; a match made by hand is unlinked</source>
        <translation>Retirer le verdict&#x202f;; un lien fait à la main est supprimé</translation>
    </message>
    <message>
        <source>&amp;Take up the former verdict</source>
        <translation>R&amp;eprendre le verdict antérieur</translation>
    </message>
    <message>
        <source>Decide a match whose words changed as it was decided before</source>
        <translation>Décider comme auparavant une correspondance dont le texte a changé</translation>
    </message>
    <message>
        <source>Not&amp;e</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Link the statements selected in two panes or more</source>
        <translation>Lier les énoncés sélectionnés dans deux volets ou plus</translation>
    </message>
    <message>
        <source>&amp;Select for linking</source>
        <translation>&amp;Sélectionner pour lier</translation>
    </message>
    <message>
        <source>Select this statement, or not any more; Shift and arrows: several</source>
        <translation>Sélectionner cet énoncé, ou ne plus le sélectionner&#x202f;; Maj et flèches&#xa0;: plusieurs</translation>
    </message>
    <message>
        <source>&amp;Nothing corresponds…</source>
        <translation>&amp;Rien ne correspond…</translation>
    </message>
    <message>
        <source>Shows the best candidates first; that nothing corresponds is kept</source>
        <translation>Montre d’abord les meilleurs candidats&#x202f;; l’absence de correspondance est conservée</translation>
    </message>
    <message>
        <source>&amp;Pin, or unpin</source>
        <translation>É&amp;pingler, ou désépingler</translation>
    </message>
    <message>
        <source>Keep this match at hand, or not any more; a filter shows those</source>
        <translation>Garder cette correspondance sous la main, ou non&#x202f;; un filtre montre les épinglées</translation>
    </message>
    <message>
        <source>Pr&amp;evious contradiction</source>
        <translation>Contradiction pr&amp;écédente</translation>
    </message>
    <message>
        <source>Lin&amp;k selected statements</source>
        <translation>&amp;Lier les énoncés sélectionnés</translation>
    </message>
    <message>
        <source>Rea&amp;ding</source>
        <translation>Le&amp;cture</translation>
    </message>
    <message>
        <source>Cl&amp;aim</source>
        <translation>Affir&amp;mation</translation>
    </message>
    <message>
        <source>Articles side &amp;by side</source>
        <translation>Ran&amp;gée d’articles</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Write a report, a workbook or a table of the case to hand over</source>
        <translation>Produire un rapport, un classeur ou un tableau du dossier à transmettre</translation>
    </message>
    <message>
        <source>Compare with a co&amp;lleague’s case…</source>
        <translation>Comparer avec le dossier d’un co&amp;llègue…</translation>
    </message>
    <message>
        <source>How far both agree; what they disagree on is settled one by one</source>
        <translation>Dans quelle mesure les deux s’accordent&#x202f;; les désaccords se tranchent un à un</translation>
    </message>
    <message>
        <source>Change &amp;analyst…</source>
        <translation>Changer d’ana&amp;lyste…</translation>
    </message>
    <message>
        <source>The name that decisions are kept under</source>
        <translation>Le nom sous lequel les décisions sont conservées</translation>
    </message>
    <message>
        <source>Words and “phrases” in all sources, notes and the history</source>
        <translation>Mots et «&#xa0;expressions&#xa0;» dans toutes les sources, les notes et l’historique</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Préférenc&amp;es…</translation>
    </message>
    <message>
        <source>Language, colours, text, keys: applied and kept at once</source>
        <translation>Langue, couleurs, texte, raccourcis&#xa0;: appliqués et conservés aussitôt</translation>
    </message>
    <message>
        <source>&amp;Show in the panes</source>
        <translation>&amp;Montrer dans les volets</translation>
    </message>
    <message>
        <source>Bring the articles to the cell that is chosen; Enter does as well</source>
        <translation>Amener les articles à la case choisie&#x202f;; Entrée le fait aussi</translation>
    </message>
    <message>
        <source>&amp;Order of the claims</source>
        <translation>&amp;Ordre des affirmations</translation>
    </message>
    <message>
        <source>&amp;Name of the claim</source>
        <translation>&amp;Nom de l’affirmation</translation>
    </message>
    <message>
        <source>A name of your own in the place of a source&apos;s words</source>
        <translation>Un nom de votre choix à la place des mots d’une source</translation>
    </message>
    <message>
        <source>&amp;Use these words for it</source>
        <translation>Retenir cette &amp;formulation</translation>
    </message>
    <message>
        <source>Measure the other sources against what this cell says</source>
        <translation>Mesurer les autres sources à ce que dit cette case</translation>
    </message>
    <message>
        <source>&amp;Corroborated</source>
        <translation>&amp;Corroborée</translation>
    </message>
    <message>
        <source>Independent sources say it; once more takes it back</source>
        <translation>Des sources indépendantes le disent&#x202f;; une seconde fois annule</translation>
    </message>
    <message>
        <source>&amp;Disputed</source>
        <translation>Cont&amp;estée</translation>
    </message>
    <message>
        <source>Sources contradict each other on it; once more takes it back</source>
        <translation>Des sources se contredisent là-dessus&#x202f;; une seconde fois annule</translation>
    </message>
    <message>
        <source>Single so&amp;urce</source>
        <translation>&amp;Source unique</translation>
    </message>
    <message>
        <source>All of it leads back to one source; once more takes it back</source>
        <translation>Tout remonte à une seule source&#x202f;; une seconde fois annule</translation>
    </message>
    <message>
        <source>Unclea&amp;r</source>
        <translation>&amp;Incertaine</translation>
    </message>
    <message>
        <source>It can&apos;t be told; once more takes it back</source>
        <translation>On ne peut le dire&#x202f;; une seconde fois annule</translation>
    </message>
    <message>
        <source>No&amp;te on the claim</source>
        <translation>No&amp;te sur l’affirmation</translation>
    </message>
    <message>
        <source>What your decisions &amp;imply…</source>
        <translation>Ce que &amp;vos décisions impliquent…</translation>
    </message>
    <message>
        <source>Matches that others imply, contradictions among your decisions</source>
        <translation>Les correspondances que d’autres impliquent, les contradictions entre vos décisions</translation>
    </message>
    <message>
        <source>Detai&amp;ls of the claim</source>
        <translation>Détai&amp;ls de l’affirmation</translation>
    </message>
    <message>
        <source>Show the current claim beside the table</source>
        <translation>Montrer l’affirmation courante à côté du tableau</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lier</translation>
    </message>
    <message>
        <source>&amp;Move to another statement</source>
        <translation>&amp;Déplacer vers un autre énoncé</translation>
    </message>
    <message>
        <source>Choose another statement for one end; relation and note go along</source>
        <translation>Choisir un autre énoncé pour une extrémité&#x202f;; relation et note suivent</translation>
    </message>
    <message>
        <source>Split the &amp;group…</source>
        <translation>Scinder le &amp;groupe…</translation>
    </message>
    <message>
        <source>Choose which of the confirmed matches that hang together stay</source>
        <translation>Choisir lesquelles des correspondances confirmées liées entre elles restent</translation>
    </message>
    <message>
        <source>&amp;Confirm all proposals of 90 % and more…</source>
        <translation>&amp;Confirmer toutes les propositions à 90&#x202f;% et plus…</translation>
    </message>
    <message>
        <source>Shows first which of the proposals in the list that would confirm</source>
        <translation>Montre d’abord quelles propositions de la liste seraient confirmées</translation>
    </message>
    <message>
        <source>&amp;Reject the rest of this statement&apos;s proposals…</source>
        <translation>&amp;Rejeter le reste des propositions de cet énoncé…</translation>
    </message>
    <message>
        <source>Shows first which other proposals in the list that would reject</source>
        <translation>Montre d’abord quelles autres propositions de la liste seraient rejetées</translation>
    </message>
    <message>
        <source>Confirm all &amp;up to here…</source>
        <translation>Confirmer tout &amp;jusqu’ici…</translation>
    </message>
    <message>
        <source>Shows first which proposals, down to this one, that would confirm</source>
        <translation>Montre d’abord quelles propositions, jusqu’à celle-ci, seraient confirmées</translation>
    </message>
    <message>
        <source>Next &amp;finding</source>
        <translation>Constat s&amp;uivant</translation>
    </message>
    <message>
        <source>Go to the next match of the list that differs in something</source>
        <translation>Aller à la prochaine correspondance de la liste qui présente une différence</translation>
    </message>
    <message>
        <source>Previous findin&amp;g</source>
        <translation>Const&amp;at précédent</translation>
    </message>
    <message>
        <source>Go to the match before in the list that differs in something</source>
        <translation>Revenir à la correspondance précédente de la liste qui présente une différence</translation>
    </message>
    <message>
        <source>Next contra&amp;diction</source>
        <translation>Con&amp;tradiction suivante</translation>
    </message>
    <message>
        <source>Go to the next match of the list whose statements contradict</source>
        <translation>Aller à la prochaine correspondance de la liste dont les énoncés se contredisent</translation>
    </message>
    <message>
        <source>Go to the match before in the list whose statements contradict</source>
        <translation>Revenir à la correspondance précédente de la liste dont les énoncés se contredisent</translation>
    </message>
    <message>
        <source>&amp;Back to where I was</source>
        <translation>Revenir où &amp;j’étais</translation>
    </message>
    <message>
        <source>Go back to the match that the last jump led away from</source>
        <translation>Revenir à la correspondance quittée par le dernier saut</translation>
    </message>
    <message>
        <source>For&amp;ward again</source>
        <translation>&amp;Y retourner</translation>
    </message>
    <message>
        <source>Go again to the match that the way back led away from</source>
        <translation>Retourner à la correspondance quittée en revenant en arrière</translation>
    </message>
    <message>
        <source>All find&amp;ings…</source>
        <translation>Affic&amp;her les constats…</translation>
    </message>
    <message>
        <source>All that differs in this case, the strongest first</source>
        <translation>Tout ce qui diffère dans ce dossier, le plus net d’abord</translation>
    </message>
    <message>
        <source>Align the rest a&amp;gain</source>
        <translation>Ali&amp;gner à nouveau le reste</translation>
    </message>
    <message>
        <source>Propose anew what nobody has decided; all decisions stay</source>
        <translation>Proposer à nouveau ce que personne n’a décidé&#x202f;; toutes les décisions restent</translation>
    </message>
    <message>
        <source>&amp;What counts as a match…</source>
        <translation>Ce &amp;qui compte comme correspondance…</translation>
    </message>
    <message>
        <source>From whole statement to part of it, and what your decisions teach</source>
        <translation>De l’énoncé entier à une partie, et ce qu’apprennent vos décisions</translation>
    </message>
    <message>
        <source>Learn from &amp;my decisions</source>
        <translation>Apprendre de &amp;mes décisions</translation>
    </message>
    <message>
        <source>Rank what is undecided by what your decisions teach</source>
        <translation>Classer ce qui est sans verdict d’après ce qu’apprennent vos décisions</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>&amp;Volets</translation>
    </message>
    <message>
        <source>The articles side by side, with the matches to review</source>
        <translation>Les articles côte à côte, avec les correspondances à revoir</translation>
    </message>
    <message>
        <source>&amp;Claims</source>
        <translation>Affir&amp;mations</translation>
    </message>
    <message>
        <source>Who says what: a table of claims against sources</source>
        <translation>Qui dit quoi&#xa0;: le tableau des affirmations et des sources</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>Rapport &amp;du dossier</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>The report as it would be exported, with what is left out</source>
        <translation>Le rapport tel qu’il serait exporté, avec ce qui en est écarté</translation>
    </message>
    <message>
        <source>S&amp;ources</source>
        <translation>Sourc&amp;es</translation>
    </message>
    <message>
        <source>What each source alone has, leaves out, asserts, shares, and when</source>
        <translation>Ce que chaque source est seule à dire, omet, affirme, partage, et quand</translation>
    </message>
    <message>
        <source>Go to the review &amp;queue</source>
        <translation>Aller à la &amp;file de révision</translation>
    </message>
    <message>
        <source>Go to the &amp;first article</source>
        <translation>Aller au premie&amp;r article</translation>
    </message>
    <message>
        <source>Go to the se&amp;cond article</source>
        <translation>Aller au &amp;deuxième article</translation>
    </message>
    <message>
        <source>Go to the t&amp;hird article</source>
        <translation>Aller au &amp;troisième article</translation>
    </message>
    <message>
        <source>To the third article; with two, to the inspector beside them</source>
        <translation>Au troisième article&#x202f;; s’il n’y en a que deux, à l’inspecteur à côté</translation>
    </message>
    <message>
        <source>Go to the fo&amp;urth article</source>
        <translation>Aller au &amp;quatrième article</translation>
    </message>
    <message>
        <source>To the fourth article; with fewer, to the inspector beside them</source>
        <translation>Au quatrième article&#x202f;; s’il y en a moins, à l’inspecteur à côté</translation>
    </message>
    <message>
        <source>&amp;Show another source here…</source>
        <translation>&amp;Afficher ici une autre source…</translation>
    </message>
    <message>
        <source>Choose by its letter what the pane with the keys shows</source>
        <translation>Choisir par sa lettre ce que montre le volet où est le clavier</translation>
    </message>
    <message>
        <source>O&amp;ne article more</source>
        <translation>Un article de &amp;plus</translation>
    </message>
    <message>
        <source>Put the next source beside the others: four at most, if they fit</source>
        <translation>Mettre la source suivante à côté des autres&#xa0;: quatre au plus, si la place suffit</translation>
    </message>
    <message>
        <source>One article fe&amp;wer</source>
        <translation>Un article de &amp;moins</translation>
    </message>
    <message>
        <source>Take the article with the keys out of the row, or the last one</source>
        <translation>Retirer de la rangée l’article où est le clavier, sinon le dernier</translation>
    </message>
    <message>
        <source>&amp;Articles alone, or not</source>
        <translation>Articles s&amp;euls, ou non</translation>
    </message>
    <message>
        <source>Fold the queue and the inspector away, or bring them back</source>
        <translation>Replier la file et l’inspecteur, ou les remettre</translation>
    </message>
    <message>
        <source>Go to the &amp;inspector</source>
        <translation>Aller à l’&amp;inspecteur</translation>
    </message>
    <message>
        <source>F&amp;ilter the queue</source>
        <translation>Fil&amp;trer la file</translation>
    </message>
    <message>
        <source>Filter by &amp;kind of difference</source>
        <translation>Filtrer par &amp;type de différence</translation>
    </message>
    <message>
        <source>&amp;Further filters</source>
        <translation>&amp;Autres filtres</translation>
    </message>
    <message>
        <source>Filter by strength, sources, notes and who decided</source>
        <translation>Filtrer par force, sources, notes et auteur des décisions</translation>
    </message>
    <message>
        <source>&amp;Order of the matches</source>
        <translation>&amp;Ordre des correspondances</translation>
    </message>
    <message>
        <source>&amp;Take all filters off</source>
        <translation>&amp;Retirer tous les filtres</translation>
    </message>
    <message>
        <source>Show all matches of this state again</source>
        <translation>Afficher de nouveau toutes les correspondances de cet état</translation>
    </message>
    <message>
        <source>&amp;Overview strips</source>
        <translation>&amp;Bandes d’aperçu</translation>
    </message>
    <message>
        <source>Linked &amp;scrolling</source>
        <translation>Défilement &amp;lié</translation>
    </message>
    <message>
        <source>&amp;Bring counterparts here</source>
        <translation>&amp;Amener ici les énoncés correspondants</translation>
    </message>
    <message>
        <source>Bring what corresponds to this statement level with it</source>
        <translation>Amener à la hauteur de cet énoncé ce qui lui correspond</translation>
    </message>
    <message>
        <source>&amp;Go to the next counterpart</source>
        <translation>A&amp;ller à l’énoncé correspondant suivant</translation>
    </message>
    <message>
        <source>Jump to what corresponds to this statement in the other article</source>
        <translation>Aller dans l’autre article à ce qui correspond à cet énoncé</translation>
    </message>
    <message>
        <source>Back to where I was &amp;reading</source>
        <translation>&amp;Revenir où je lisais</translation>
    </message>
    <message>
        <source>Show again what was read before the last jump to a counterpart</source>
        <translation>Revoir ce qui était lu avant le dernier saut vers un énoncé correspondant</translation>
    </message>
    <message>
        <source>&amp;Dim what has been decided</source>
        <translation>&amp;Estomper ce qui est décidé</translation>
    </message>
    <message>
        <source>Let statements step back of which all matches have a verdict</source>
        <translation>Mettre en retrait les énoncés dont toutes les correspondances ont un verdict</translation>
    </message>
    <message>
        <source>&amp;Hide confidence and reasons</source>
        <translation>Mas&amp;quer la confiance et les raisons</translation>
    </message>
    <message>
        <source>Blind mode: decide unswayed by the program; that is recorded</source>
        <translation>Mode aveugle&#xa0;: décider sans l’avis du programme&#x202f;; chaque décision le note</translation>
    </message>
    <message>
        <source>Si&amp;gnals in the articles</source>
        <translation>&amp;Repères dans les articles</translation>
    </message>
    <message>
        <source>Underline figures, dates, quotes and the like in the articles</source>
        <translation>Souligner dans les articles les chiffres, dates, citations et autres repères</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>&amp;Citations</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>C&amp;hiffres</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>&amp;Dates</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Noms</translation>
    </message>
    <message>
        <source>&amp;Attributions</source>
        <translation>&amp;Attributions</translation>
    </message>
    <message>
        <source>&amp;Certainty</source>
        <translation>Rés&amp;erves</translation>
    </message>
    <message>
        <source>Ne&amp;gations</source>
        <translation>Né&amp;gations</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Agrandir le texte</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Réd&amp;uire le texte</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>Taille &amp;normale du texte</translation>
    </message>
    <message>
        <source>Sta&amp;tistics…</source>
        <translation>&amp;Statistiques…</translation>
    </message>
    <message>
        <source>How far and how fast you are, and how often the program was right</source>
        <translation>Où vous en êtes, à quel rythme, et combien de fois le programme a eu raison</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>How to work with the program, in a few pages</source>
        <translation>Comment travailler avec le programme, en quelques pages</translation>
    </message>
    <message>
        <source>&amp;Tour of the sample</source>
        <translation>&amp;Visite guidée de l’exemple</translation>
    </message>
    <message>
        <source>Open the sample and be shown around in five steps</source>
        <translation>Ouvrir l’exemple et se laisser guider en cinq étapes</translation>
    </message>
    <message>
        <source>&amp;About Reconciler</source>
        <translation>À &amp;propos de Reconciler</translation>
    </message>
</context>
<context>
    <name>arrivals</name>
    <message>
        <source>Pasted text</source>
        <translation>Texte collé</translation>
    </message>
</context>
<context>
    <name>citation</name>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Note&#xa0;: {note}</translation>
    </message>
    <message>
        <source>outlet not stated</source>
        <translation>média non indiqué</translation>
    </message>
    <message>
        <source>— {outlet}, “{title}”, {date}</source>
        <comment>source of a quoted statement</comment>
        <translation>— {outlet}, «&#xa0;{title}&#xa0;», {date}</translation>
    </message>
    <message>
        <source>{verdict}, {relation}</source>
        <comment>verdict and relation of a match</comment>
        <translation>{verdict}, {relation}</translation>
    </message>
    <message>
        <source>Match: {verdict} (linked by hand)</source>
        <translation>Correspondance&#xa0;: {verdict} (liée à la main)</translation>
    </message>
    <message>
        <source>Match: {verdict}</source>
        <translation>Correspondance&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>Match: {verdict} ({likelihood})</source>
        <translation>Correspondance&#xa0;: {verdict} ({likelihood})</translation>
    </message>
</context>
<context>
    <name>elsewhere</name>
    <message>
        <source>also in {letters}</source>
        <translation>aussi dans {letters}</translation>
    </message>
    <message>
        <source>perhaps in {letters}</source>
        <translation>peut-être dans {letters}</translation>
    </message>
    <message>
        <source>also</source>
        <translation>aussi</translation>
    </message>
</context>
<context>
    <name>keymap</name>
    <message>
        <source>“{action}”</source>
        <translation>«&#xa0;{action}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>Not now: this case is open for reading only.</source>
        <translation>Impossible pour l’instant&#xa0;: ce dossier est ouvert en lecture seule.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>proposed</source>
        <translation>proposée</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmée</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejetée</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incertaine</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>concorde</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>diffère</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>contredit</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#x202f;%</translation>
    </message>
    <message>
        <source>{percent} likely</source>
        <translation>probable à {percent}</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>forte</translation>
    </message>
    <message>
        <source>likely</source>
        <comment>strength of a proposal</comment>
        <translation>probable</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>faible</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>citation</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>chiffre</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>attribution</source>
        <translation>attribution</translation>
    </message>
    <message>
        <source>certainty</source>
        <translation>réserve</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>négation</translation>
    </message>
    <message>
        <source>Two statements match as a whole. What only one of them says counts strongly against.</source>
        <translation>Deux énoncés se correspondent en entier. Ce qu’un seul des deux dit pèse fortement contre.</translation>
    </message>
    <message>
        <source>Rather whole statements. What only one of them says counts against a match.</source>
        <translation>Plutôt des énoncés entiers. Ce qu’un seul des deux dit pèse contre la correspondance.</translation>
    </message>
    <message>
        <source>The usual. A long statement matches a short one if most of the short one is in it.</source>
        <translation>Le réglage habituel. Un énoncé long correspond à un court s’il en contient l’essentiel.</translation>
    </message>
    <message>
        <source>Parts count as well. A statement of which much is in a longer one gains.</source>
        <translation>Les parties comptent aussi. Un énoncé dont une bonne part figure dans un plus long y gagne.</translation>
    </message>
    <message>
        <source>A part is enough. What two statements share counts, however much one says beside it.</source>
        <translation>Une partie suffit. Ce que deux énoncés ont en commun compte, quoi que l’un dise de plus.</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of a sentence</comment>
        <translation>&#x202f;; </translation>
    </message>
    <message>
        <source>you are about as strict as the program</source>
        <translation>votre jugement est à peu près aussi strict que celui du programme</translation>
    </message>
    <message>
        <source>you are a little stricter than the program</source>
        <translation>votre jugement est un peu plus strict que celui du programme</translation>
    </message>
    <message>
        <source>you are stricter than the program</source>
        <translation>votre jugement est plus strict que celui du programme</translation>
    </message>
    <message>
        <source>you take a little more for a match than the program</source>
        <translation>vous admettez un peu plus de correspondances que le programme</translation>
    </message>
    <message>
        <source>you take more for a match than the program</source>
        <translation>vous admettez davantage de correspondances que le programme</translation>
    </message>
    <message>
        <source>counts for less than before: {reasons}</source>
        <translation>compte moins qu’avant&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>counts for more than before: {reasons}</source>
        <translation>compte plus qu’avant&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the members of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Off: proposals are ranked as the program came.</source>
        <translation>Désactivé&#xa0;: les propositions sont classées selon les réglages d’origine du programme.</translation>
    </message>
    <message>
        <source>Learns once at least {count} matches are confirmed and {count} rejected.</source>
        <translation>Apprend dès qu’au moins {count} correspondances sont confirmées et {count} rejetées.</translation>
    </message>
    <message>
        <source>Learning from your decisions…</source>
        <translation>Apprentissage d’après vos décisions…</translation>
    </message>
    <message>
        <source>only in {letter}</source>
        <translation>{letter} seulement</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>contradiction</translation>
    </message>
    <message>
        <source>other scope</source>
        <translation>autre périmètre</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>arrondi</translation>
    </message>
    <message>
        <source>within the bound</source>
        <translation>dans la limite</translation>
    </message>
    <message>
        <source>less exact</source>
        <translation>moins précis</translation>
    </message>
    <message>
        <source>attribution lost</source>
        <translation>attribution perdue</translation>
    </message>
    <message>
        <source>other source</source>
        <translation>autre source</translation>
    </message>
    <message>
        <source>hedge lost</source>
        <translation>réserve perdue</translation>
    </message>
    <message>
        <source>quote changed</source>
        <translation>citation modifiée</translation>
    </message>
    <message>
        <source>quote shortened</source>
        <translation>citation abrégée</translation>
    </message>
    <message>
        <source>in other words</source>
        <translation>en d’autres termes</translation>
    </message>
    <message>
        <source>quotation marks lost</source>
        <translation>guillemets perdus</translation>
    </message>
    <message>
        <source>not quoted</source>
        <translation>sans citation</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>aucune attribution</translation>
    </message>
    <message>
        <source>plainly said</source>
        <translation>dit sans réserve</translation>
    </message>
    <message>
        <source>not denied</source>
        <translation>sans négation</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>sans mention</translation>
    </message>
    <message>
        <source>Whole or part</source>
        <translation>Tout ou partie</translation>
    </message>
    <message>
        <source>Source {letter}</source>
        <translation>Source {letter}</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>{language} (no signals)</source>
        <translation>{language} (sans repères)</translation>
    </message>
    <message>
        <source>Figures, dates, quotes and the like are found in French and English only, not in: {languages}.</source>
        <translation>Chiffres, dates, citations, etc. ne sont relevés qu’en français et en anglais, non en&#xa0;: {languages}.</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>intertitre</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>chapeau</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>phrase</translation>
    </message>
    <message>
        <source>not part of the article</source>
        <translation>hors article</translation>
    </message>
    <message>
        <source>date, byline or address</source>
        <translation>date, signature ou adresse</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Page web (HTML)</translation>
    </message>
    <message>
        <source>Saved web page (MHTML)</source>
        <translation>Page web enregistrée (MHTML)</translation>
    </message>
    <message>
        <source>Word document (DOCX)</source>
        <translation>Document Word (DOCX)</translation>
    </message>
    <message>
        <source>OpenDocument text (ODT)</source>
        <translation>Texte OpenDocument (ODT)</translation>
    </message>
    <message>
        <source>Rich text (RTF)</source>
        <translation>Texte enrichi (RTF)</translation>
    </message>
    <message>
        <source>Mail (EML)</source>
        <translation>Courriel (EML)</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>afrikaans</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>azéri</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>biélorusse</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>bulgare</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>bengali</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>bosnien</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>catalan</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>tchèque</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>gallois</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>danois</translation>
    </message>
    <message>
        <source>German</source>
        <translation>allemand</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>grec</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>estonien</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>basque</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>persan</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>finnois</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>irlandais</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>galicien</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>gujarati</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hébreu</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>croate</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>hongrois</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>arménien</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>indonésien</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>islandais</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italien</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonais</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>géorgien</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>kazakh</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>khmer</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>kannada</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coréen</translation>
    </message>
    <message>
        <source>Kurdish</source>
        <translation>kurde</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>kirghize</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>luxembourgeois</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>lao</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>lituanien</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>letton</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>macédonien</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>malayalam</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>mongol</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>marathi</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>malais</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>maltais</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>birman</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>népalais</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>néerlandais</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>norvégien</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>pendjabi</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polonais</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>pachto</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugais</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>roumain</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russe</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>cingalais</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>slovaque</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>slovène</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>somali</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>albanais</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>serbe</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>suédois</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>swahili</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>tamoul</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>télougou</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>tadjik</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>thaï</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>tagalog</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turc</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ukrainien</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>ourdou</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>ouzbek</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>vietnamien</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinois</translation>
    </message>
    <message>
        <source>language unknown</source>
        <translation>langue inconnue</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>the first of a month, as Qt&apos;s dates</comment>
        <translation>d&apos;er&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>any other day, as Qt&apos;s dates</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>{day} yyyy</source>
        <comment>as Qt&apos;s dates</comment>
        <translation>{day} yyyy</translation>
    </message>
    <message>
        <source>{date} (assumed)</source>
        <translation>{date} (supposée)</translation>
    </message>
    <message>
        <source>{statement} in {letter}</source>
        <translation>{statement} dans {letter}</translation>
    </message>
    <message>
        <source>corroborated</source>
        <translation>corroborée</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>contestée</translation>
    </message>
    <message>
        <source>single source</source>
        <translation>source unique</translation>
    </message>
    <message>
        <source>unclear</source>
        <comment>what a claim is</comment>
        <translation>incertaine</translation>
    </message>
    <message>
        <source>confirm {about}</source>
        <translation>la confirmation de {about}</translation>
    </message>
    <message>
        <source>reject {about}</source>
        <translation>le rejet de {about}</translation>
    </message>
    <message>
        <source>mark {about} unsure</source>
        <translation>la mention «&#xa0;incertaine&#xa0;» de {about}</translation>
    </message>
    <message>
        <source>clear {about}</source>
        <translation>l’effacement de {about}</translation>
    </message>
    <message>
        <source>relation of {about}</source>
        <translation>la relation de {about}</translation>
    </message>
    <message>
        <source>note on {about}</source>
        <translation>la note sur {about}</translation>
    </message>
    <message>
        <source>link {about}</source>
        <translation>la mise en lien de {about}</translation>
    </message>
    <message>
        <source>unlink {about}</source>
        <translation>la suppression du lien de {about}</translation>
    </message>
    <message>
        <source>add {about}</source>
        <translation>l’ajout de {about}</translation>
    </message>
    <message>
        <source>properties of {about}</source>
        <translation>la modification de {about}</translation>
    </message>
    <message>
        <source>align the rest again</source>
        <translation>le nouvel alignement du reste</translation>
    </message>
    <message>
        <source>settings of the alignment</source>
        <translation>le réglage de l’alignement</translation>
    </message>
    <message>
        <source>split a statement</source>
        <translation>la coupe d’un énoncé</translation>
    </message>
    <message>
        <source>merge two statements</source>
        <translation>la réunion de deux énoncés</translation>
    </message>
    <message>
        <source>kind of a statement</source>
        <translation>la nature d’un énoncé</translation>
    </message>
    <message>
        <source>update a source</source>
        <translation>l’actualisation d’une source</translation>
    </message>
    <message>
        <source>remove {about}</source>
        <translation>le retrait de {about}</translation>
    </message>
    <message>
        <source>order of the sources</source>
        <translation>l’ordre des sources</translation>
    </message>
    <message>
        <source>re-attach {about}</source>
        <translation>le rattachement de {about}</translation>
    </message>
    <message>
        <source>move {about}</source>
        <translation>le déplacement de {about}</translation>
    </message>
    <message>
        <source>split a group, parting {about}</source>
        <translation>la scission d’un groupe ({about})</translation>
    </message>
    <message>
        <source>nothing corresponds to {about}</source>
        <translation>rien ne correspond à {about}</translation>
    </message>
    <message>
        <source>search again for {about}</source>
        <translation>rechercher de nouveau {about}</translation>
    </message>
    <message>
        <source>pin {about}</source>
        <translation>épingler {about}</translation>
    </message>
    <message>
        <source>unpin {about}</source>
        <translation>désépingler {about}</translation>
    </message>
    <message>
        <source>words on the claim of {about}</source>
        <translation>mots sur l’affirmation de {about}</translation>
    </message>
    <message>
        <source>revert an act on {about}</source>
        <translation>la révocation d’un acte sur {about}</translation>
    </message>
    <message>
        <source>settle {about}</source>
        <translation>départager {about}</translation>
    </message>
    <message>
        <source>undo {about}</source>
        <translation>l’annulation de {about}</translation>
    </message>
    <message>
        <source>redo {about}</source>
        <translation>le rétablissement de {about}</translation>
    </message>
    <message>
        <source>{match} to {other}</source>
        <comment>a match is moved</comment>
        <translation>{match} vers {other}</translation>
    </message>
    <message>
        <source>There is no file at {where}: check the name, or choose it again.</source>
        <translation>Aucun fichier à l’emplacement {where}&#xa0;: vérifier le nom, ou choisir de nouveau le fichier.</translation>
    </message>
    <message>
        <source>{where} is a folder: choose the files inside it.</source>
        <translation>{where} est un répertoire&#xa0;: choisir les fichiers qu’il contient.</translation>
    </message>
    <message>
        <source>{where} holds no text: choose a file with an article in it.</source>
        <translation>{where} ne contient aucun texte&#xa0;: choisir un fichier qui contient un article.</translation>
    </message>
    <message>
        <source>{where} is of a kind that can&apos;t be read: save the article as a page, PDF, Word file or text.</source>
        <translation>{where} est d’un type qui ne peut pas être lu&#xa0;: enregistrez l’article comme page web, PDF, fichier Word ou texte.</translation>
    </message>
    <message>
        <source>{where} is larger than {detail}: cut the article out of it and add that.</source>
        <translation>{where} dépasse {detail}&#xa0;: extrayez-en l’article et ajoutez celui-ci.</translation>
    </message>
    <message>
        <source>{where} is protected by a password: save a copy without one and add that.</source>
        <translation>{where} est protégé par un mot de passe&#xa0;: enregistrez une copie qui n’en a pas et ajoutez-la.</translation>
    </message>
    <message>
        <source>{where} has no text in it, only pictures of pages: it needs OCR; add the text that gives.</source>
        <translation>{where} ne contient pas de texte, seulement des images de pages&#xa0;: il faut une reconnaissance optique (OCR)&#x202f;; ajoutez le texte obtenu.</translation>
    </message>
    <message>
        <source>{where} has no article in its text: save the page as the browser shows it, or copy its text.</source>
        <translation>{where} n’a pas d’article dans son texte&#xa0;: enregistrez la page telle que le navigateur l’affiche, ou copiez-en le texte.</translation>
    </message>
    <message>
        <source>{where} is damaged or not complete: fetch it again, or save it as plain text and add that.</source>
        <translation>{where} est endommagé ou incomplet&#xa0;: récupérez-le à nouveau, ou enregistrez-le en texte brut et ajoutez ce texte.</translation>
    </message>
    <message>
        <source>{where} is of an old Office format: save it as .docx or plain text and add that.</source>
        <translation>{where} est d’un ancien format Office&#xa0;: enregistrez-le en .docx ou en texte brut et ajoutez cette copie.</translation>
    </message>
    <message>
        <source>{where} was more than the reader of its format can take: save it as plain text and add that.</source>
        <translation>{where} dépasse ce que sait lire le lecteur de son format&#xa0;: enregistrez-le en texte brut et ajoutez ce texte.</translation>
    </message>
    <message>
        <source>{where} took longer than {detail} to read: cut the article out of it and add that.</source>
        <translation>La lecture de {where} a pris plus de {detail}&#xa0;: extrayez-en l’article et ajoutez celui-ci.</translation>
    </message>
    <message>
        <source>{where} takes too much memory to read: cut the article out of it and add that.</source>
        <translation>La lecture de {where} demande trop de mémoire&#xa0;: extrayez-en l’article et ajoutez celui-ci.</translation>
    </message>
    <message>
        <source>{where} was being changed while it was read: try again once that has ended.</source>
        <translation>{where} était modifié pendant la lecture&#xa0;: réessayez quand ce sera terminé.</translation>
    </message>
    <message>
        <source>{where} is an archive with no article in it: add the articles themselves.</source>
        <translation>{where} est une archive sans article&#xa0;: ajoutez les articles eux-mêmes.</translation>
    </message>
    <message>
        <source>{where} is an archive inside an archive: unpack it and add what it holds.</source>
        <translation>{where} est une archive dans une archive&#xa0;: décompressez-la et ajoutez ce qu’elle contient.</translation>
    </message>
    <message>
        <source>{where} unpacks to more than is read ({detail}): unpack it and add the articles themselves.</source>
        <translation>{where} se décompresse en plus que ce qui est lu ({detail})&#xa0;: décompressez-la et ajoutez les articles eux-mêmes.</translation>
    </message>
    <message>
        <source>{where} is empty or holds something else than a case of Reconciler: open another file.</source>
        <translation>{where} est vide ou contient autre chose qu’un dossier de Reconciler&#xa0;: ouvrez un autre fichier.</translation>
    </message>
    <message>
        <source>{where} is no longer there: it was moved, deleted or replaced. Save the case under another name, or open it where it is now.</source>
        <translation>{where} n’est plus là&#xa0;: il a été déplacé, supprimé ou remplacé. Enregistrez le dossier sous un autre nom, ou ouvrez-le là où il se trouve maintenant.</translation>
    </message>
    <message>
        <source>{where} can&apos;t be read ({detail}): check its permissions, or copy it elsewhere first.</source>
        <translation>Impossible de lire {where} ({detail})&#xa0;: vérifier les droits d’accès, ou copier d’abord le fichier ailleurs.</translation>
    </message>
    <message>
        <source>contradiction or revision</source>
        <translation>contradiction ou révision</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Formulation</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Énoncés voisins</translation>
    </message>
    <message>
        <source>Place in the article</source>
        <translation>Place dans l’article</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Third source</source>
        <translation>Troisième source</translation>
    </message>
    <message>
        <source>Starting point</source>
        <translation>Point de départ</translation>
    </message>
    <message>
        <source>Your decisions</source>
        <translation>Vos décisions</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>Se détache</translation>
    </message>
    <message>
        <source>Words that both have; rare ones count for more.</source>
        <translation>Mots communs aux deux&#x202f;; les rares comptent davantage.</translation>
    </message>
    <message>
        <source>Names that both have.</source>
        <translation>Noms communs aux deux énoncés.</translation>
    </message>
    <message>
        <source>Equal figures, or other ones on both sides.</source>
        <translation>Chiffres égaux, ou différents de part et d’autre.</translation>
    </message>
    <message>
        <source>How close the very wording is.</source>
        <translation>Proximité de la formulation même.</translation>
    </message>
    <message>
        <source>Whether the statements around match as well.</source>
        <translation>Si les énoncés voisins se correspondent aussi.</translation>
    </message>
    <message>
        <source>Whether both stand in the same part of their article, as its title for one.</source>
        <translation>Si les deux énoncés occupent la même place dans leur article, par exemple en titre.</translation>
    </message>
    <message>
        <source>The same day, or another one on both sides.</source>
        <translation>Le même jour, ou des jours différents de part et d’autre.</translation>
    </message>
    <message>
        <source>Whether a third source has the like.</source>
        <translation>Si une troisième source rapporte la même chose.</translation>
    </message>
    <message>
        <source>What any two statements of these articles begin with, by what the articles share.</source>
        <translation>D’où partent deux énoncés quelconques de ces articles, d’après ce que les articles ont en commun.</translation>
    </message>
    <message>
        <source>What this case counts as a match.</source>
        <translation>Ce qui compte comme correspondance dans ce dossier.</translation>
    </message>
    <message>
        <source>What your decisions taught the program.</source>
        <translation>Ce que vos décisions ont appris au programme.</translation>
    </message>
    <message>
        <source>says next to nothing</source>
        <translation>ne dit presque rien</translation>
    </message>
    <message>
        <source>speaks a little for it</source>
        <translation>plaide un peu pour</translation>
    </message>
    <message>
        <source>speaks for it</source>
        <translation>plaide pour</translation>
    </message>
    <message>
        <source>speaks strongly for it</source>
        <translation>plaide fortement pour</translation>
    </message>
    <message>
        <source>speaks a little against it</source>
        <translation>plaide un peu contre</translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation>plaide contre</translation>
    </message>
    <message>
        <source>speaks strongly against it</source>
        <translation>plaide fortement contre</translation>
    </message>
    <message>
        <source>bring in the decisions on {about}</source>
        <translation>reprendre les décisions sur {about}</translation>
    </message>
    <message>
        <source>{where} holds {detail} articles where one is wanted: unpack it and choose one.</source>
        <translation>{where} contient {detail} articles alors qu’il en faut un seul&#xa0;: décompressez-le et choisissez-en un.</translation>
    </message>
    <message>
        <source>{where} is already in this case, byte for byte: it was not added again.</source>
        <translation>{where} est déjà dans ce dossier, à l’octet près&#xa0;: le fichier n’a pas été ajouté une seconde fois.</translation>
    </message>
    <message>
        <source>“{where}” is not a date: write it like 2023-06-04, 2023-06 or 4 June 2023.</source>
        <translation>«&#xa0;{where}&#xa0;» n’est pas une date&#xa0;: l’écrire comme 2023-06-04, 2023-06 ou 4 juin 2023.</translation>
    </message>
    <message>
        <source>{where} is a database of another program: open a case file of Reconciler.</source>
        <translation>{where} est la base de données d’un autre programme&#xa0;: ouvrir un dossier de Reconciler.</translation>
    </message>
    <message>
        <source>{where} is damaged ({detail}): it was left as it is; open a backup copy of it.</source>
        <translation>{where} est endommagé ({detail})&#xa0;: le fichier a été laissé tel quel&#x202f;; en ouvrir une copie de sauvegarde.</translation>
    </message>
    <message>
        <source>{where} was made by a newer version of Reconciler: install that version to open it.</source>
        <translation>{where} provient d’une version plus récente de Reconciler&#xa0;: installer cette version pour l’ouvrir.</translation>
    </message>
    <message>
        <source>{where} holds what Reconciler did not make ({detail}): nothing of it was run or changed.</source>
        <translation>{where} contient ce que Reconciler n’a pas créé ({detail})&#xa0;: rien n’en a été exécuté ni modifié.</translation>
    </message>
    <message>
        <source>{where} holds more than a case can be opened with: open a backup copy of it.</source>
        <translation>{where} contient plus que ce avec quoi un dossier peut être ouvert&#xa0;: ouvrez-en une copie de sauvegarde.</translation>
    </message>
    <message>
        <source>{where} is open for reading only: save the case under another name to change it.</source>
        <translation>{where} est ouvert en lecture seule&#xa0;: enregistrer le dossier sous un autre nom pour le modifier.</translation>
    </message>
    <message>
        <source>{where} is open in another window: close it there, or open it here for reading only.</source>
        <translation>{where} est ouvert dans une autre fenêtre&#xa0;: l’y fermer, ou l’ouvrir ici en lecture seule.</translation>
    </message>
    <message>
        <source>{where} is there already: choose another name.</source>
        <translation>{where} existe déjà&#xa0;: choisir un autre nom.</translation>
    </message>
    <message>
        <source>The disk that holds {where} is full: make room, and what waits is saved by itself.</source>
        <translation>Le disque qui contient {where} est plein&#xa0;: libérer de la place, et ce qui attend sera enregistré automatiquement.</translation>
    </message>
    <message>
        <source>{where} could not be written ({detail}): check its permissions; what waits is tried again.</source>
        <translation>Impossible d’écrire dans {where} ({detail})&#xa0;: vérifiez les droits d’accès&#x202f;; ce qui attend sera réessayé automatiquement.</translation>
    </message>
    <message>
        <source>Not even an article can be read from {where} any more: go back to a copy of it.</source>
        <translation>Plus même un article ne peut être lu dans {where}&#xa0;: revenez à une copie.</translation>
    </message>
    <message>
        <source>All is saved, but the disk has no room to put it into {where} itself: keep “{detail}” beside it, make room, and open the case once more.</source>
        <translation>Tout est enregistré, mais le disque n’a pas la place de le mettre dans {where} même&#xa0;: gardez «&#xa0;{detail}&#xa0;» à côté, faites de la place et rouvrez le dossier une fois.</translation>
    </message>
    <message>
        <source>Matches of this act were decided again meanwhile ({detail}): look at them first.</source>
        <translation>Des correspondances de cet acte ont été décidées à nouveau entre-temps ({detail})&#xa0;: les regarder d’abord.</translation>
    </message>
    <message>
        <source>“{where}” compares other articles than this case. Choose a case of the same ones.</source>
        <translation>«&#xa0;{where}&#xa0;» compare d’autres articles que ce dossier. Choisir un dossier des mêmes articles.</translation>
    </message>
    <message>
        <source>“{where}” is no whole case written by Reconciler ({detail}): export it to JSON again.</source>
        <translation>«&#xa0;{where}&#xa0;» n’est pas un dossier entier écrit par Reconciler ({detail})&#xa0;: exportez-le de nouveau en JSON.</translation>
    </message>
    <message>
        <source>A comparison needs two articles: add another one beside {where}.</source>
        <translation>Il faut deux articles pour comparer&#xa0;: en ajouter un autre à côté de {where}.</translation>
    </message>
    <message>
        <source>{where} is no link that can be fetched: give an address with http or https and no password.</source>
        <translation>{where} n’est pas un lien qui puisse être récupéré&#xa0;: donner une adresse en http ou https, sans mot de passe.</translation>
    </message>
    <message>
        <source>{where} leads into a private network ({detail}): save the page from a browser and add the file.</source>
        <translation>{where} mène dans un réseau privé ({detail})&#xa0;: enregistrer la page depuis un navigateur et ajouter le fichier.</translation>
    </message>
    <message>
        <source>{where} would go through a proxy, where nothing can be checked: save the page and add the file.</source>
        <translation>{where} passerait par un serveur mandataire, où rien ne peut être vérifié&#xa0;: enregistrer la page et ajouter le fichier.</translation>
    </message>
    <message>
        <source>{where} can&apos;t be reached ({detail}): check the address and the connection.</source>
        <translation>Impossible de joindre {where} ({detail})&#xa0;: vérifier l’adresse et la connexion.</translation>
    </message>
    <message>
        <source>{where} can&apos;t prove that it is the site it says ({detail}): look at it in a browser.</source>
        <translation>{where} ne peut pas prouver qu’il est le site qu’il prétend être ({detail})&#xa0;: le regarder dans un navigateur.</translation>
    </message>
    <message>
        <source>{where} sends on from page to page, often for want of cookies: save the page from a browser.</source>
        <translation>{where} renvoie de page en page, souvent faute de cookies&#xa0;: enregistrer la page depuis un navigateur.</translation>
    </message>
    <message>
        <source>{where} took longer than 20 seconds: try again, or save the page and add the file.</source>
        <translation>{where} a pris plus de 20 secondes&#xa0;: réessayer, ou enregistrer la page et ajouter le fichier.</translation>
    </message>
    <message>
        <source>{where} broke off or gave no proper answer ({detail}): try again, or save the page.</source>
        <translation>{where} s’est interrompu ou n’a pas répondu comme il faut ({detail})&#xa0;: réessayer, ou enregistrer la page.</translation>
    </message>
    <message>
        <source>{where} asks for a login or a subscription: save the page as you see it, add the file.</source>
        <translation>{where} demande une connexion ou un abonnement&#xa0;: enregistrer la page telle qu’elle s’affiche et ajouter le fichier.</translation>
    </message>
    <message>
        <source>{where} refuses programs: save the page from a browser and add the file.</source>
        <translation>{where} refuse les programmes&#xa0;: enregistrer la page depuis un navigateur et ajouter le fichier.</translation>
    </message>
    <message>
        <source>{where} was asked too often: wait a while, or save the page from a browser and add the file.</source>
        <translation>{where} a été demandé trop souvent&#xa0;: attendre un moment, ou enregistrer la page depuis un navigateur et ajouter le fichier.</translation>
    </message>
    <message>
        <source>{where} is withheld for legal reasons: save the page where it can be seen and add the file.</source>
        <translation>{where} est bloqué pour des raisons juridiques&#xa0;: enregistrer la page là où elle est visible et ajouter le fichier.</translation>
    </message>
    <message>
        <source>{where} is not there: check the address, or look for the page in a web archive.</source>
        <translation>{where} n’existe pas&#xa0;: vérifier l’adresse, ou chercher la page dans une archive du web.</translation>
    </message>
    <message>
        <source>The site of {where} has trouble of its own ({detail}): try again later.</source>
        <translation>Le site de {where} est en panne ({detail})&#xa0;: réessayer plus tard.</translation>
    </message>
    <message>
        <source>{where} answered without a page ({detail}): look at it in a browser.</source>
        <translation>{where} a répondu sans donner de page ({detail})&#xa0;: regarder dans un navigateur.</translation>
    </message>
    <message>
        <source>{where} holds hardly any text: save the page as you see it in a browser and add the file.</source>
        <translation>{where} ne contient presque pas de texte&#xa0;: enregistrer la page telle qu’un navigateur l’affiche et ajouter le fichier.</translation>
    </message>
    <message>
        <source>{where} is no article ({detail}): give the address of the page with its text.</source>
        <translation>{where} n’est pas un article ({detail})&#xa0;: donner l’adresse de la page qui contient le texte.</translation>
    </message>
    <message>
        <source>The trained pipeline {where} is not installed any more: the built-in rules are used. Install it again, or choose another.</source>
        <translation>Le modèle entraîné {where} n’est plus installé&#xa0;: les règles du programme servent à sa place. Réinstallez-le, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The trained pipeline {where} is for {detail}: the built-in rules are used. Install another release of it, or choose another.</source>
        <translation>Le modèle entraîné {where} est fait pour {detail}&#xa0;: les règles du programme servent à sa place. Installez-en une autre version, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The trained pipeline {where} doesn&apos;t work ({detail}): the built-in rules are used. Install it again, or choose another.</source>
        <translation>Le modèle entraîné {where} ne fonctionne pas ({detail})&#xa0;: les règles du programme servent à sa place. Réinstallez-le, ou choisissez-en un autre.</translation>
    </message>
</context>
<context>
    <name>spoken</name>
    <message>
        <source>Statement {number} of {count}</source>
        <translation>Énoncé {number} sur {count}</translation>
    </message>
    <message>
        <source>and further matches</source>
        <translation>et d’autres correspondances</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>non lié</translation>
    </message>
    <message>
        <source>{state}, matches statement {number} of {source}</source>
        <translation>{state}, correspond à l’énoncé {number} de {source}</translation>
    </message>
    <message>
        <source>{match}, {kind} differs</source>
        <translation>{match}, différence&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>{match}, {kind} differ</source>
        <translation>{match}, différences&#xa0;: {kind}</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>What corresponds</source>
        <translation>Ce qui correspond</translation>
    </message>
    <message>
        <source>The queue holds pairs of statements that seem to report the same thing, with how likely that is and in what they differ. {next_match} and {previous_match} go through them.</source>
        <translation>La file contient les paires d’énoncés qui semblent rapporter la même chose, avec leur probabilité et ce en quoi ils diffèrent. {next_match} et {previous_match} les parcourent.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>The articles to read. A ribbon joins what corresponds: dashed while it is only proposed. Scrolling one article keeps the other level with it. A statement without a ribbon stands in this article alone.</source>
        <translation>Les articles à lire. Un ruban relie ce qui correspond&#xa0;: en tirets tant que ce n’est qu’une proposition. Faire défiler un article garde l’autre à sa hauteur. Un énoncé sans ruban ne figure que dans cet article.</translation>
    </message>
    <message>
        <source>What differs, and why</source>
        <translation>Ce qui diffère, et pourquoi</translation>
    </message>
    <message>
        <source>Both statements, what differs between them – another figure, an attribution or a “reportedly” that got lost – and why the program proposes the pair.</source>
        <translation>Les deux énoncés, ce qui diffère entre eux – un autre chiffre, une attribution ou un conditionnel perdus – et pourquoi le programme propose cette paire.</translation>
    </message>
    <message>
        <source>One key decides</source>
        <translation>Une touche décide</translation>
    </message>
    <message>
        <source>{confirm} confirms, {reject} rejects, {unsure} leaves it open; each goes on to the next pair. {relate_contradicts} confirms and says that the two contradict each other. Try one now: {undo} takes it back.</source>
        <translation>{confirm} confirme, {reject} rejette, {unsure} laisse en suspens&#x202f;; chacune passe à la paire suivante. {relate_contradicts} confirme et dit que les deux se contredisent. Essayez&#xa0;: {undo} revient en arrière.</translation>
    </message>
    <message>
        <source>Everything is kept</source>
        <translation>Tout est conservé</translation>
    </message>
    <message>
        <source>Each decision is in the case file as soon as you see it; there is nothing to save. {history} shows every act, {keys} all keys. Put in your own articles with {new_case}.</source>
        <translation>Chaque décision est dans le fichier du dossier dès que vous la voyez&#x202f;; il n’y a rien à enregistrer. {history} montre tous les actes, {keys} toutes les touches. Avec {new_case}, ajoutez vos propres articles.</translation>
    </message>
</context>
</TS>
