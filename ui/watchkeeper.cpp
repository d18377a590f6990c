// SPDX-License-Identifier: MIT
#include "ui/watchkeeper.h"

#include "ui/alertwords.h"
#include "ui/format.h"
#include "ui/listdocument.h"
#include "ui/listlibrary.h"
#include "ui/messagebar.h"
#include "ui/watchsummary.h"
#include "ui/wording.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <utility>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

constexpr auto gatherDelay = 300ms;
constexpr auto showInterval = 5s;

/// \a list without its entries. The dialog takes no text that cannot be read, but the file may hold any.
WatchedList plannedList(const StoredList &list)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    WatchedList planned(shownName(list), {});
    planned.settings = list.settings;
    planned.schedule = Schedule::fromText(list.watch.schedule, zone).value_or(Schedule());
    for (const QString &text : list.watch.maintenance) {
        if (const auto window = MaintenanceWindow::fromText(text, zone))
            planned.maintenance.append(*window);
    }
    return planned;
}

} // namespace

WatchKeeper::WatchKeeper(const WatchTools &tools, QObject *parent) : QObject(parent), m_tools(tools)
{
    m_gatherTimer.setSingleShot(true);
    m_gatherTimer.setInterval(gatherDelay);
    m_showTimer.setInterval(showInterval);
    connect(&m_gatherTimer, &QTimer::timeout, this, &WatchKeeper::gather);
    connect(&m_showTimer, &QTimer::timeout, this, &WatchKeeper::showState);
    const auto gatherSoon = [this] { m_gatherTimer.start(); };
    connect(&m_tools.store, &Store::listsLoaded, this, gatherSoon);
    connect(&m_tools.library, &ListLibrary::watchChanged, this, gatherSoon);
    connect(&m_tools.library, &ListLibrary::settingsChanged, this, gatherSoon);
    connect(&m_tools.document.edits(), &QUndoStack::indexChanged, this, gatherSoon);
    connect(&m_tools.store, &Store::entriesLoaded, this, &WatchKeeper::onEntries);
    connect(&m_tools.store, &Store::failed, this, [this] { m_awaited = 0; }); // it may have answered nothing
    connect(&m_tools.session, &WatchSession::newsReady, this, &WatchKeeper::onNews);
    connect(&m_tools.session, &WatchSession::stateChanged, this, [this](const WatchState &state) {
        m_state = state;
        showState();
    });
    connect(&m_tools.session, &WatchSession::messageReady, this, [this](const AlertMessage &message) {
        Q_EMIT alertReady(alertTitleWords(message), alertTextWords(message));
    });
    connect(&m_tools.session, &WatchSession::deliveryFailed, this, &WatchKeeper::sayUndelivered);
    connect(&m_tools.session, &WatchSession::problemFound, this, [this](const StoreProblem &problem) {
        m_tools.message.say(MessageBar::Kind::Problem, watchProblemSentence(problem));
    });
}

WatchKeeper::~WatchKeeper()
{
    if (m_recorders)
        m_recorders->finish(QDateTime::currentDateTimeUtc());
}

/// The entries as the store has them, which has been told of every edit.
void WatchKeeper::gather()
{
    const ListsModel &lists = m_tools.library.model();
    for (int row = 0; row < lists.rowCount(); ++row) {
        if (!lists.at(row).watch.isOn)
            continue;
        ++m_awaited;
        m_tools.store.loadEntries(lists.at(row).id);
    }
    if (m_awaited == 0)
        watch(Subject());
}

void WatchKeeper::onEntries(const QList<StoredEntry> &entries, qint64 listId)
{
    m_entries.insert(listId, entries); // in place of what an earlier question was answered with
    m_awaited = std::max(0, m_awaited - 1);
    if (m_awaited > 0)
        return;
    Subject gathered = subject();
    m_entries.clear();
    if (gathered != m_subject)
        watch(std::move(gathered));
}

WatchKeeper::Subject WatchKeeper::subject() const
{
    Subject gathered;
    QSet<QByteArray> known;
    const ListsModel &lists = m_tools.library.model();
    for (int row = 0; row < lists.rowCount(); ++row) {
        const StoredList &list = lists.at(row);
        if (!list.watch.isOn || !m_entries.contains(list.id))
            continue;
        WatchedList watched = plannedList(list);
        for (const StoredEntry &entry : m_entries.value(list.id)) {
            if (entry.entry.details().isDisabled || known.contains(entry.entry.url))
                continue;
            known.insert(entry.entry.url);
            watched.entries.append(entry.entry);
            gathered.places.emplace_back(list.id, entry.id);
        }
        gathered.lists.append(std::move(watched));
        gathered.listIds.append(list.id);
    }
    return gathered;
}

void WatchKeeper::watch(Subject subject)
{
    if (m_recorders)
        m_recorders->finish(QDateTime::currentDateTimeUtc());
    m_recorders.reset();
    m_subject = std::move(subject);
    if (!m_subject.lists.isEmpty())
        m_recorders.emplace(m_tools.history, m_subject.lists, m_subject.listIds);
    if (!m_subject.lists.isEmpty() || m_tools.session.isWatching())
        m_tools.session.watch(m_subject.lists);
}

void WatchKeeper::onNews(const WatchNews &news)
{
    if (m_recorders)
        m_recorders->add(news, QDateTime::currentDateTimeUtc());
    passResults(news.results);
    for (const LocalOutage &outage : news.outages)
        sayOutage(outage);
    Q_EMIT recorded();
}

/// What our own network prevented says nothing about a site: its row keeps what was known.
void WatchKeeper::passResults(const QList<WatchedResult> &results)
{
    QHash<qint64, QList<StoredResult>> byList;
    for (const WatchedResult &each : results) {
        if (!each.counts)
            continue;
        const Place &place = m_subject.places[std::size_t(each.url)];
        byList[place.listId].append(StoredResult(place.entryId, each.result));
    }
    for (auto list = byList.cbegin(); list != byList.cend(); ++list)
        m_tools.document.addResults(list.key(), list.value());
}

void WatchKeeper::sayOutage(const LocalOutage &outage)
{
    if (!outage.ended) {
        m_tools.message.say(
            MessageBar::Kind::Problem,
            tr("This computer has no network: no host answers. Nobody is called down meanwhile."));
        return;
    }
    const std::chrono::milliseconds lasted(outage.began.msecsTo(*outage.ended));
    m_tools.message.say(MessageBar::Kind::Information,
                        tr("The network is back; it was away for %1.").arg(formatSpan(lasted)));
}

void WatchKeeper::setChannels(const AlertChannels &channels)
{
    m_saidUndelivered = false;
    m_tools.session.setChannels(channels);
}

void WatchKeeper::sayUndelivered(const QString &sentence)
{
    if (!std::exchange(m_saidUndelivered, true))
        m_tools.message.say(MessageBar::Kind::Problem,
                            tr("Alerts do not arrive; Settings, Alerts can send a test. (%1)").arg(sentence));
}

void WatchKeeper::showState()
{
    if (m_state.lists == 0)
        m_showTimer.stop();
    else if (!m_showTimer.isActive())
        m_showTimer.start();
    const QString text = watchSummary(m_state, QDateTime::currentDateTimeUtc());
    if (std::exchange(m_summary, text) != text)
        Q_EMIT summaryChanged(text);
}

} // namespace rollcall
