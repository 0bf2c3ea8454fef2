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
    <name>AlignCommands</name>
    <message numerus="yes">
        <source>Taking in %n proposal(s)…</source>
        <translation>
            <numerusform>Taking in %n proposal…</numerusform>
            <numerusform>Taking in %n proposals…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message numerus="yes">
        <source>%n statement(s) selected</source>
        <translation>
            <numerusform>%n statement selected</numerusform>
            <numerusform>%n statements selected</numerusform>
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
    <name>BulkCommands</name>
    <message numerus="yes">
        <source>&amp;Confirm the %n proposal(s) of 90 % and more…</source>
        <translation>
            <numerusform>&amp;Confirm the %n proposal of 90 % and more…</numerusform>
            <numerusform>&amp;Confirm the %n proposals of 90 % and more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) confirmed; one undo takes that back</source>
        <translation>
            <numerusform>%n match confirmed; one undo takes that back</numerusform>
            <numerusform>%n matches confirmed; one undo takes that back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) rejected; one undo takes that back</source>
        <translation>
            <numerusform>%n match rejected; one undo takes that back</numerusform>
            <numerusform>%n matches rejected; one undo takes that back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>%n proposal(s) will be confirmed</source>
        <translation>
            <numerusform>%n proposal will be confirmed</numerusform>
            <numerusform>%n proposals will be confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n match(es)</source>
        <translation>
            <numerusform>Confirm %n match</numerusform>
            <numerusform>Confirm %n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) will be rejected</source>
        <translation>
            <numerusform>%n proposal will be rejected</numerusform>
            <numerusform>%n proposals will be rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n match(es)</source>
        <translation>
            <numerusform>Reject %n match</numerusform>
            <numerusform>Reject %n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsFilters</name>
    <message numerus="yes">
        <source>{done} of %n statement(s) accounted for, {share}</source>
        <translation>
            <numerusform>{done} of %n statement accounted for, {share}</numerusform>
            <numerusform>{done} of %n statements accounted for, {share}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsView</name>
    <message numerus="yes">
        <source>None of %n claim(s) is like that.</source>
        <translation>
            <numerusform>None of %n claim is like that.</numerusform>
            <numerusform>None of %n claims is like that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) among your decisions to settle…</source>
        <translation>
            <numerusform>%n contradiction among your decisions to settle…</numerusform>
            <numerusform>%n contradictions among your decisions to settle…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) implied by your decisions…</source>
        <translation>
            <numerusform>%n match implied by your decisions…</numerusform>
            <numerusform>%n matches implied by your decisions…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n claim(s)</source>
        <translation>
            <numerusform>{shown} of %n claim</numerusform>
            <numerusform>{shown} of %n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disputed</source>
        <translation>
            <numerusform>%n disputed</numerusform>
            <numerusform>%n disputed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreed</source>
        <translation>
            <numerusform>%n agreed</numerusform>
            <numerusform>%n agreed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in one source only</source>
        <translation>
            <numerusform>%n in one source only</numerusform>
            <numerusform>%n in one source only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColleagueDialog</name>
    <message numerus="yes">
        <source>%n disagreement(s) to settle: A, R, U, 1, 2 or 3 decides the chosen one</source>
        <translation>
            <numerusform>%n disagreement to settle: A, R, U, 1, 2 or 3 decides it</numerusform>
            <numerusform>%n disagreements to settle: A, R, U, 1, 2 or 3 decides the chosen one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in the decisions on %n match(es)</source>
        <translation>
            <numerusform>Bring in the decisions on %n match</numerusform>
            <numerusform>Bring in the decisions on %n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message numerus="yes">
        <source>%n claim(s) stand in no article with a date of its own.</source>
        <translation>
            <numerusform>%n claim stands in no article with a date of its own.</numerusform>
            <numerusform>%n claims stand in no article with a date of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{source} says something of %n claim(s).</source>
        <translation>
            <numerusform>{source} says something of %n claim.</numerusform>
            <numerusform>{source} says something of %n claims.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{source} alone has %n claim(s).</source>
        <translation>
            <numerusform>{source} alone has %n claim.</numerusform>
            <numerusform>{source} alone has %n claims.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{source} leaves out %n claim(s) that most sources have.</source>
        <translation>
            <numerusform>{source} leaves out %n claim that most sources have.</numerusform>
            <numerusform>{source} leaves out %n claims that most sources have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{source} asserts %n claim(s) that others attribute or hedge.</source>
        <translation>
            <numerusform>{source} asserts %n claim that others attribute or hedge.</numerusform>
            <numerusform>{source} asserts %n claims that others attribute or hedge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{one} and {other} share %n claim(s).</source>
        <translation>
            <numerusform>{one} and {other} share %n claim.</numerusform>
            <numerusform>{one} and {other} share %n claims.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) first appeared on {date}.</source>
        <translation>
            <numerusform>%n claim first appeared on {date}.</numerusform>
            <numerusform>%n claims first appeared on {date}.</numerusform>
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
    <name>DetailMaker</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n independent origin(s)</source>
        <translation>
            <numerusform>%n independent origin</numerusform>
            <numerusform>%n independent origins</numerusform>
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
    <name>FindResults</name>
    <message numerus="yes">
        <source>%n elsewhere</source>
        <translation>
            <numerusform>%n elsewhere</numerusform>
            <numerusform>%n elsewhere</numerusform>
        </translation>
    </message>
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
    <name>FoundModel</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandCommands</name>
    <message numerus="yes">
        <source>%n match(es) taken away; one undo brings them back</source>
        <translation>
            <numerusform>%n match taken away; one undo brings it back</numerusform>
            <numerusform>%n matches taken away; one undo brings them back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reverting this act changes %n match(es):</source>
        <translation>
            <numerusform>Reverting this act changes %n match:</numerusform>
            <numerusform>Reverting this act changes %n matches:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were decided again later, and that would be overwritten.</source>
        <translation>
            <numerusform>%n was decided again later, and that would be overwritten.</numerusform>
            <numerusform>%n were decided again later, and that would be overwritten.</numerusform>
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
    <name>Leaving</name>
    <message numerus="yes">
        <source>%n decision(s) could not be saved. Close and lose them?</source>
        <translation>
            <numerusform>%n decision could not be saved. Close and lose it?</numerusform>
            <numerusform>%n decisions could not be saved. Close and lose them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkBand</name>
    <message numerus="yes">
        <source>%n match(es) lead to statements further up</source>
        <translation>
            <numerusform>%n match leads to a statement further up</numerusform>
            <numerusform>%n matches lead to statements further up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) lead to statements further down</source>
        <translation>
            <numerusform>%n match leads to a statement further down</numerusform>
            <numerusform>%n matches lead to statements further down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkHint</name>
    <message numerus="yes">
        <source>%n statement(s) selected. Select one in the other pane, then {key} links them.</source>
        <translation>
            <numerusform>%n statement selected. Select one in the other pane, then {key} links them.</numerusform>
            <numerusform>%n statements selected. Select one in the other pane, then {key} links them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of {letters} selected: {key} links all of them.</source>
        <translation>
            <numerusform>%n statement of {letters} selected: {key} links all of them.</numerusform>
            <numerusform>%n statements of {letters} selected: {key} links all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) selected: {key} links them.</source>
        <translation>
            <numerusform>%n statement selected: {key} links them.</numerusform>
            <numerusform>%n statements selected: {key} links them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchingCounts</name>
    <message numerus="yes">
        <source>Learnt from %n decision(s): {what}.</source>
        <translation>
            <numerusform>Learnt from %n decision: {what}.</numerusform>
            <numerusform>Learnt from %n decisions: {what}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learns from %n decision(s) on; {so_far} so far.</source>
        <translation>
            <numerusform>Learns from %n decision on; {so_far} so far.</numerusform>
            <numerusform>Learns from %n decisions on; {so_far} so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) less</source>
        <translation>
            <numerusform>%n proposal less</numerusform>
            <numerusform>%n proposals less</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>proposals</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) more</source>
        <translation>
            <numerusform>%n proposal more</numerusform>
            <numerusform>%n proposals more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrphansPage</name>
    <message numerus="yes">
        <source>%n orphaned decision(s)</source>
        <translation>
            <numerusform>%n orphaned decision</numerusform>
            <numerusform>%n orphaned decisions</numerusform>
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
    <name>Paper</name>
    <message numerus="yes">
        <source>%n more stand in the exported report.</source>
        <translation>
            <numerusform>%n more stands in the exported report.</numerusform>
            <numerusform>%n more stand in the exported report.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueFilters</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonsView</name>
    <message numerus="yes">
        <source>%n more, saying little</source>
        <translation>
            <numerusform>%n more, saying little</numerusform>
            <numerusform>%n more, saying little</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message numerus="yes">
        <source>%n match(es) recovered</source>
        <translation>
            <numerusform>%n match recovered</numerusform>
            <numerusform>%n matches recovered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them decided</source>
        <translation>
            <numerusform>%n of them decided</numerusform>
            <numerusform>%n of them decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be kept</source>
        <translation>
            <numerusform>%n row could not be kept</numerusform>
            <numerusform>%n rows could not be kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowMaker</name>
    <message numerus="yes">
        <source>%n outlet(s)</source>
        <translation>
            <numerusform>%n outlet</numerusform>
            <numerusform>%n outlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n origin(s)</source>
        <translation>
            <numerusform>%n origin</numerusform>
            <numerusform>%n origins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): {strongest}</source>
        <translation>
            <numerusform>%n finding: {strongest}</numerusform>
            <numerusform>%n findings: {strongest}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message numerus="yes">
        <source>It holds %n decision(s) that this case lacks.</source>
        <translation>
            <numerusform>It holds %n decision that this case lacks.</numerusform>
            <numerusform>It holds %n decisions that this case lacks.</numerusform>
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
    <name>SplitGroupDialog</name>
    <message numerus="yes">
        <source>%n part(s): {parts}</source>
        <translation>
            <numerusform>%n part: {parts}</numerusform>
            <numerusform>%n parts: {parts}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take away %n match(es)</source>
        <translation>
            <numerusform>Take away %n match</numerusform>
            <numerusform>Take away %n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message numerus="yes">
        <source>{share} of %n match(es) decided.</source>
        <translation>
            <numerusform>{share} of %n match decided.</numerusform>
            <numerusform>{share} of %n matches decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>%n confirmed</numerusform>
            <numerusform>%n confirmed</numerusform>
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
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposed</source>
        <translation>
            <numerusform>%n proposed</numerusform>
            <numerusform>%n proposed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) given, changed ones included,</source>
        <translation>
            <numerusform>%n verdict given, changed ones included,</numerusform>
            <numerusform>%n verdicts given, changed ones included,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n sitting(s).</source>
        <translation>
            <numerusform>in %n sitting.</numerusform>
            <numerusform>in %n sittings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At that pace the %n undecided would take {time}.</source>
        <translation>
            <numerusform>At that pace the %n undecided would take {time}.</numerusform>
            <numerusform>At that pace the %n undecided would take {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
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
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) confirmed or rejected. A dot on the line means that of what was called 80 % likely, eight in ten were confirmed; the bars show how far chance alone may go.</source>
        <translation>
            <numerusform>%n proposal confirmed or rejected. A dot on the line means that of what was called 80 % likely, eight in ten were confirmed; the bars show how far chance alone may go.</numerusform>
            <numerusform>%n proposals confirmed or rejected. A dot on the line means that of what was called 80 % likely, eight in ten were confirmed; the bars show how far chance alone may go.</numerusform>
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
    <name>TakenBack</name>
    <message numerus="yes">
        <source>%n silence(s) to be searched again</source>
        <translation>
            <numerusform>%n silence to be searched again</numerusform>
            <numerusform>%n silences to be searched again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pin(s) taken off</source>
        <translation>
            <numerusform>%n pin taken off</numerusform>
            <numerusform>%n pins taken off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) on claims taken back</source>
        <translation>
            <numerusform>%n remark on claims taken back</numerusform>
            <numerusform>%n remarks on claims taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%n decision(s) not saved.</source>
        <translation>
            <numerusform>%n decision not saved.</numerusform>
            <numerusform>%n decisions not saved.</numerusform>
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
<context>
    <name>TrianglesDialog</name>
    <message numerus="yes">
        <source>%n contradiction(s) to settle</source>
        <translation>
            <numerusform>%n contradiction to settle</numerusform>
            <numerusform>%n contradictions to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm all %n that are proposed</source>
        <translation>
            <numerusform>Confirm the %n that is proposed</numerusform>
            <numerusform>Confirm all %n that are proposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message numerus="yes">
        <source>%n match(es) to look at again.</source>
        <translation>
            <numerusform>%n match to look at again.</numerusform>
            <numerusform>%n matches to look at again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) orphaned.</source>
        <translation>
            <numerusform>%n decision orphaned.</numerusform>
            <numerusform>%n decisions orphaned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionReport</name>
    <message numerus="yes">
        <source>%n decision(s) stand</source>
        <translation>
            <numerusform>%n decision stands</numerusform>
            <numerusform>%n decisions stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n come(s) back to the queue</source>
        <translation>
            <numerusform>%n comes back to the queue</numerusform>
            <numerusform>%n come back to the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are orphaned</source>
        <translation>
            <numerusform>%n is orphaned</numerusform>
            <numerusform>%n are orphaned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) before</source>
        <translation>
            <numerusform>%n statement before</numerusform>
            <numerusform>%n statements before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n now</source>
        <translation>
            <numerusform>%n now</numerusform>
            <numerusform>%n now</numerusform>
        </translation>
    </message>
</context>
</TS>
