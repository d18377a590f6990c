// SPDX-License-Identifier: MIT
#include "ui/checkcommands.h"

#include "core/check/checksession.h"
#include "ui/format.h"
#include "ui/limitsbar.h"
#include "ui/listdocument.h"
#include "ui/listimport.h"
#include "ui/listlibrary.h"
#include "ui/mainactions.h"
#include "ui/messagebar.h"
#include "ui/resultview.h"

#include <QAction>

#include <utility>

namespace rollcall {

CheckCommands::CheckCommands(const CheckTools &tools, QObject *parent) : QObject(parent), m_tools(tools)
{
    const MainActions &actions = m_tools.actions;
    connect(actions.checkAll, &QAction::triggered, this, &CheckCommands::checkAll);
    connect(actions.checkSelected, &QAction::triggered, this, &CheckCommands::checkSelected);
    connect(actions.checkVisible, &QAction::triggered, this, &CheckCommands::checkVisible);
    connect(actions.checkFailed, &QAction::triggered, this, &CheckCommands::checkFailed);
    connect(actions.pause, &QAction::triggered, this,
            [this] { m_tools.session.setPaused(!m_tools.session.isPaused()); });
    connect(actions.stop, &QAction::triggered, this, &CheckCommands::stop);
    connect(&m_tools.document, &ListDocument::ready, this, &CheckCommands::checkIfWanted);
    connect(&m_tools.import, &ListImport::done, this, &CheckCommands::checkIfWanted);
    connect(&m_tools.library, &ListLibrary::interruptedFound, this, &CheckCommands::offerToResume);
    connect(&m_tools.library, &ListLibrary::settingsChanged, this,
            [this](qint64 id, const CheckSettings &settings) {
                m_tools.document.run().setLimits(id, settings.limits);
            });
}

void CheckCommands::checkWhenImported()
{
    m_checksWhenImported = true;
    checkIfWanted();
}

void CheckCommands::checkIfWanted()
{
    if (!m_checksWhenImported || !m_tools.document.isReady() || m_tools.import.isBusy())
        return;
    m_checksWhenImported = false;
    checkAll();
}

void CheckCommands::checkAll()
{
    const QList<qint64> ids = m_tools.document.idsToCheck();
    if (ids.isEmpty() && m_tools.document.results().rowCount() > 0)
        m_tools.message.say(MessageBar::Kind::Information, tr("Every URL of the list is disabled."));
    check(ids);
}

void CheckCommands::checkSelected()
{
    check(m_tools.view.selectedIds());
}

void CheckCommands::checkVisible()
{
    check(m_tools.view.shownIdsToCheck());
}

void CheckCommands::checkFailed()
{
    check(m_tools.document.idsToCheck(Outcome::Failed));
}

void CheckCommands::stop()
{
    m_tools.document.run().stop();
}

void CheckCommands::check(const QList<qint64> &ids)
{
    if (!ids.isEmpty())
        m_tools.message.clearInformation();
    if (std::exchange(m_offersToResume, false))
        m_tools.message.hide(); // this check takes the place of that one
    m_tools.library.setSettings(m_tools.limits.checkSettings());
    m_tools.document.check(ids, m_tools.library.current().settings);
}

void CheckCommands::offerToResume(const InterruptedCheck &interrupted)
{
    m_offersToResume = true;
    const qint64 left = interrupted.left.size();
    m_tools.message.say(MessageBar::Kind::Information,
                        tr("The last check was interrupted: %1 of %2 URL(s) are left.", nullptr,
                           pluralNumber(interrupted.total))
                            .arg(formatCount(left), formatCount(interrupted.total)),
                        tr("Resume"), [this, interrupted] {
                            m_tools.message.hide();
                            m_tools.library.whenOpen(interrupted.listId, [this, interrupted] {
                                m_tools.document.check(interrupted.left, m_tools.library.current().settings,
                                                       interrupted.total);
                            });
                        });
}

} // namespace rollcall
