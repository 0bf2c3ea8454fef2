<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddSourcesDialog</name>
    <message numerus="yes">
        <source>Add %n article(s)</source>
        <translation>
            <numerusform>Add %n article</numerusform>
            <numerusform>Add %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleForm</name>
    <message numerus="yes">
        <source>Article: %n statement(s)</source>
        <translation>
            <numerusform>Article: %n statement</numerusform>
            <numerusform>Article: %n statements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out of the page: %n</source>
        <translation>
            <numerusform>Left out of the page: %n</numerusform>
            <numerusform>Left out of the page: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
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
            <numerusform>Reading %n article…</numerusform>
            <numerusform>Reading %n articles…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message numerus="yes">
        <source>%n match(es) under other filters.</source>
        <translation>
            <numerusform>%n match under other filters.</numerusform>
            <numerusform>%n matches under other filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is left to review: %n match(es) looked at.</source>
        <translation>
            <numerusform>Nothing is left to review: %n match looked at.</numerusform>
            <numerusform>Nothing is left to review: %n matches looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them marked unsure.</source>
        <translation>
            <numerusform>%n of them is marked unsure.</numerusform>
            <numerusform>%n of them are marked unsure.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n statement</numerusform>
            <numerusform>%n statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message numerus="yes">
        <source>Show %n older</source>
        <translation>
            <numerusform>Show %n older</numerusform>
            <numerusform>Show %n older</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkHint</name>
    <message numerus="yes">
        <source>%n statement(s) selected. Select one in the other pane, then L links them.</source>
        <translation>
            <numerusform>%n statement selected. Select one in the other pane, then L links them.</numerusform>
            <numerusform>%n statements selected. Select one in the other pane, then L links them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) selected: L links them.</source>
        <translation>
            <numerusform>%n statement selected: L links them.</numerusform>
            <numerusform>%n statements selected: L links them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n decision(s) not saved.</source>
        <translation>
            <numerusform>%n decision not saved.</numerusform>
            <numerusform>%n decisions not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) could not be saved. Close and lose them?</source>
        <translation>
            <numerusform>%n decision could not be saved. Close and lose it?</numerusform>
            <numerusform>%n decisions could not be saved. Close and lose them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n statement</numerusform>
            <numerusform>%n statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcePropertiesDialog</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln statement(s)</source>
        <translation>
            <numerusform>%Ln statement</numerusform>
            <numerusform>%Ln statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>%n confirmed</numerusform>
            <numerusform>%n confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation>
            <numerusform>%n unsure</numerusform>
            <numerusform>%n unsure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) not saved</source>
        <translation>
            <numerusform>%n decision not saved</numerusform>
            <numerusform>%n decisions not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
</TS>
