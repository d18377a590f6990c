// SPDX-License-Identifier: MIT
// The checks that a person asks for: of which URLs they are, and what is said about them.
#pragma once

#include "core/history/storedlist.h"

#include <QList>
#include <QObject>

namespace rollcall {

class CheckSession;
class LimitsBar;
class ListDocument;
class ListImport;
class ListLibrary;
class MainActions;
class MessageBar;
class ResultView;

/// What the commands act on; all borrowed.
struct CheckTools {
    const MainActions &actions;
    CheckSession &session;
    ListLibrary &library;
    ListDocument &document;
    ListImport &import;
    LimitsBar &limits;
    ResultView &view;
    MessageBar &message;
};

/// Connects the commands that begin, hold and end a check of the open list.
class CheckCommands : public QObject
{
    Q_OBJECT
public:
    /// What is in \a tools outlives this.
    explicit CheckCommands(const CheckTools &tools, QObject *parent = nullptr);

    /// Starts a check of the whole list once everything asked for before has been imported.
    void checkWhenImported();
    void checkAll();
    void checkSelected();
    /// Checks what the filter and the groups leave in sight.
    void checkVisible();
    void checkFailed();
    void stop();

private:
    void checkIfWanted();
    void check(const QList<qint64> &ids);
    void offerToResume(const InterruptedCheck &interrupted);

    CheckTools m_tools;
    bool m_checksWhenImported = false;
    bool m_offersToResume = false;
};

} // namespace rollcall
