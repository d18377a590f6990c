<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddRows</name>
    <message numerus="yes">
        <source>adding %1 URL(s)</source>
        <translation>
            <numerusform>adding %1 URL</numerusform>
            <numerusform>adding %1 URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message numerus="yes">
        <source>%1 day(s) are left</source>
        <translation>
            <numerusform>%1 day is left</numerusform>
            <numerusform>%1 days are left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changes of watched URL(s)</source>
        <translation>
            <numerusform>%1 change of watched URLs</numerusform>
            <numerusform>%1 changes of watched URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckSummary</name>
    <message numerus="yes">
        <source>Stopped after %1 of %2 URL(s).</source>
        <translation>
            <numerusform>Stopped after %1 of %2 URL.</numerusform>
            <numerusform>Stopped after %1 of %2 URLs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 URL(s) failed.</source>
        <translation>
            <numerusform>%1 of %2 URL failed.</numerusform>
            <numerusform>%1 of %2 URLs failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %2 URL(s) failed, %1 with a warning.</source>
        <translation>
            <numerusform>None of %2 URL failed, %1 with a warning.</numerusform>
            <numerusform>None of %2 URLs failed, %1 with a warning.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 URL(s) answered well.</source>
        <translation>
            <numerusform>%1 URL answered well.</numerusform>
            <numerusform>All %1 URLs answered well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyRows</name>
    <message numerus="yes">
        <source>copying %1 URL(s) to “%2”</source>
        <translation>
            <numerusform>copying %1 URL to “%2”</numerusform>
            <numerusform>copying %1 URLs to “%2”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was redirected %n time(s).</source>
        <translation>
            <numerusform>It was redirected once.</numerusform>
            <numerusform>It was redirected %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message numerus="yes">
        <source>%1 URL(s) added</source>
        <translation>
            <numerusform>%1 URL added</numerusform>
            <numerusform>%1 URLs added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 duplicate(s)</source>
        <translation>
            <numerusform>%1 duplicate</numerusform>
            <numerusform>%1 duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more could not be read.</source>
        <translation>
            <numerusform>%1 more could not be read.</numerusform>
            <numerusform>%1 more could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveRows</name>
    <message numerus="yes">
        <source>moving %1 URL(s) to “%2”</source>
        <translation>
            <numerusform>moving %1 URL to “%2”</numerusform>
            <numerusform>moving %1 URLs to “%2”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveRows</name>
    <message numerus="yes">
        <source>removing %1 URL(s)</source>
        <translation>
            <numerusform>removing %1 URL</numerusform>
            <numerusform>removing %1 URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultColumn</name>
    <message numerus="yes">
        <source>%1 of %2 check(s) did not fail</source>
        <translation>
            <numerusform>%1 of %2 check did not fail</numerusform>
            <numerusform>%1 of %2 checks did not fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %1 check(s): %2</source>
        <translation>
            <numerusform>The last check: %2</numerusform>
            <numerusform>The last %1 checks: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchSummary</name>
    <message numerus="yes">
        <source>%1 URL(s) down</source>
        <translation>
            <numerusform>%1 URL down</numerusform>
            <numerusform>%1 URLs down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watching %1 list(s)</source>
        <translation>
            <numerusform>Watching %1 list</numerusform>
            <numerusform>Watching %1 lists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::CheckCommands</name>
    <message numerus="yes">
        <source>The last check was interrupted: %1 of %2 URL(s) are left.</source>
        <translation>
            <numerusform>The last check was interrupted: %1 of %2 URL are left.</numerusform>
            <numerusform>The last check was interrupted: %1 of %2 URLs are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::CompareDialog</name>
    <message numerus="yes">
        <source>%1: %2 URL(s), %3</source>
        <translation>
            <numerusform>%1: %2 URL, %3</numerusform>
            <numerusform>%1: %2 URLs, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::EntryActions</name>
    <message numerus="yes">
        <source>removing the tag “%2” from %1 URL(s)</source>
        <translation>
            <numerusform>removing the tag “%2” from %1 URL</numerusform>
            <numerusform>removing the tag “%2” from %1 URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tagging %1 URL(s) “%2”</source>
        <translation>
            <numerusform>tagging %1 URL “%2”</numerusform>
            <numerusform>tagging %1 URLs “%2”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>enabling %1 URL(s)</source>
        <translation>
            <numerusform>enabling %1 URL</numerusform>
            <numerusform>enabling %1 URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>disabling %1 URL(s)</source>
        <translation>
            <numerusform>disabling %1 URL</numerusform>
            <numerusform>disabling %1 URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::EntryRequestForm</name>
    <message numerus="yes">
        <source>%1 byte(s) that are no plain text; they stay as they are</source>
        <translation>
            <numerusform>%1 byte that is no plain text; it stays as it is</numerusform>
            <numerusform>%1 bytes that are no plain text; they stay as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::Exporter</name>
    <message numerus="yes">
        <source>%1 row(s) exported to %2.</source>
        <translation>
            <numerusform>%1 row exported to %2.</numerusform>
            <numerusform>%1 rows exported to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::HistoryChart</name>
    <message numerus="yes">
        <source>%1 check(s)</source>
        <translation>
            <numerusform>%1 check</numerusform>
            <numerusform>%1 checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::HistoryPane</name>
    <message numerus="yes">
        <source>%1 of %2 check(s) did not fail</source>
        <translation>
            <numerusform>%1 of %2 check did not fail</numerusform>
            <numerusform>%1 of %2 checks did not fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %1 more do not count</source>
        <translation>
            <numerusform>; %1 more does not count</numerusform>
            <numerusform>; %1 more do not count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::ImportDialog</name>
    <message numerus="yes">
        <source>%1 list(s)</source>
        <translation>
            <numerusform>%1 list</numerusform>
            <numerusform>%1 lists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::IncidentsDialog</name>
    <message numerus="yes">
        <source>%1 incident(s).</source>
        <translation>
            <numerusform>%1 incident.</numerusform>
            <numerusform>%1 incidents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 incident(s), %2 not over yet.</source>
        <translation>
            <numerusform>%1 incident, %2 not over yet.</numerusform>
            <numerusform>%1 incidents, %2 not over yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::ListActions</name>
    <message numerus="yes">
        <source>The list “%1” with %2 URL(s) was deleted.</source>
        <translation>
            <numerusform>The list “%1” with %2 URL was deleted.</numerusform>
            <numerusform>The list “%1” with %2 URLs was deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::ListsModel</name>
    <message numerus="yes">
        <source>%1, %2 URL(s)</source>
        <translation>
            <numerusform>%1, %2 URL</numerusform>
            <numerusform>%1, %2 URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::MainWindow</name>
    <message numerus="yes">
        <source>%1 URL(s) removed.</source>
        <translation>
            <numerusform>%1 URL removed.</numerusform>
            <numerusform>%1 URLs removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::ProgressRow</name>
    <message numerus="yes">
        <source>%1 URL(s) checked in %2</source>
        <translation>
            <numerusform>%1 URL checked in %2</numerusform>
            <numerusform>%1 URLs checked in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 stopped</source>
        <translation>
            <numerusform>%1 stopped</numerusform>
            <numerusform>%1 stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 URL(s)</source>
        <translation>
            <numerusform>%1 URL</numerusform>
            <numerusform>%1 URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pausing: %1 still running</source>
        <translation>
            <numerusform>Pausing: %1 still running</numerusform>
            <numerusform>Pausing: %1 still running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::SkippedLinesWindow</name>
    <message numerus="yes">
        <source>and %1 more line(s)</source>
        <translation>
            <numerusform>and %1 more line</numerusform>
            <numerusform>and %1 more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::StatusOverview</name>
    <message numerus="yes">
        <source>Failures in %1 of %2 list(s)</source>
        <translation>
            <numerusform>Failures in %1 of %2 list</numerusform>
            <numerusform>Failures in %1 of %2 lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Warnings in %1 of %2 list(s)</source>
        <translation>
            <numerusform>Warnings in %1 of %2 list</numerusform>
            <numerusform>Warnings in %1 of %2 lists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollcall::StatusTile</name>
    <message numerus="yes">
        <source>%1 warning(s)</source>
        <translation>
            <numerusform>%1 warning</numerusform>
            <numerusform>%1 warnings</numerusform>
        </translation>
    </message>
</context>
</TS>
