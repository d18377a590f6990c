// SPDX-License-Identifier: MIT
#include "ui/historypane.h"

#include "ui/facttable.h"
#include "ui/format.h"
#include "ui/historychart.h"
#include "ui/wording.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace rollcall {

namespace {

struct Period {
    const char *name;
    int days;
    Availability UptimeSummary::*counts;
};

constexpr std::array periods = {
    Period{QT_TRANSLATE_NOOP("rollcall::HistoryPane", "24 hours"), 1, &UptimeSummary::day},
    Period{QT_TRANSLATE_NOOP("rollcall::HistoryPane", "7 days"), 7, &UptimeSummary::week},
    Period{QT_TRANSLATE_NOOP("rollcall::HistoryPane", "30 days"), 30, &UptimeSummary::month},
    Period{QT_TRANSLATE_NOOP("rollcall::HistoryPane", "365 days"), 365, &UptimeSummary::year},
};

constexpr int chartPage = 0;
constexpr int sentencePage = 1;

TimeRange rangeOf(const Period &period, const QDateTime &now)
{
    return TimeRange(now.addDays(-period.days), now.addMSecs(1)); // the check of this very moment is in it
}

QString exactUptime(const Availability &counts)
{
    const qint64 checks = counts.counted();
    QString text = HistoryPane::tr("%1 of %2 check(s) did not fail", nullptr, pluralNumber(checks))
                       .arg(formatCount(checks - counts.failed), formatCount(checks));
    if (counts.unknown > 0)
        text += HistoryPane::tr("; %1 more do not count", nullptr, pluralNumber(counts.unknown))
                    .arg(formatCount(counts.unknown));
    return text;
}

} // namespace

HistoryPane::HistoryPane(QWidget *parent)
    : QWidget(parent),
      m_whole(new QToolButton),
      m_pages(new QStackedWidget),
      m_sentence(new QLabel),
      m_chart(new HistoryChart),
      m_incidents(new FactTable({tr("Incident began"), tr("Lasted"), tr("Reason")}))
{
    static_assert(periods.size() == periodCount);
    makeLayout();
    connect(m_chart, &HistoryChart::rangeChanged, this, [this](const TimeRange &range) {
        m_zoom = m_chart->isZoomed() ? std::optional(range) : std::nullopt;
        ask();
    });
    connect(m_whole, &QToolButton::clicked, m_chart, &HistoryChart::showWhole);
    say({});
}

QWidget *HistoryPane::makePeriods()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(new QLabel(tr("Uptime:")));
    for (std::size_t i = 0; i < periodCount; ++i) {
        auto *button = new QToolButton;
        button->setObjectName(QStringLiteral("historyPeriod%1").arg(periods.at(i).days));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, i] { choosePeriod(i); });
        layout->addWidget(button);
        m_periods.at(i) = button;
    }
    m_periods.at(m_period)->setChecked(true);
    m_whole->setObjectName(QStringLiteral("historyWhole"));
    m_whole->setText(tr("Show all of it"));
    m_whole->setToolTip(tr("Leave the part that was zoomed into"));
    m_whole->setFocusPolicy(Qt::StrongFocus);
    m_whole->hide();
    layout->addStretch(1);
    layout->addWidget(m_whole);
    return row;
}

void HistoryPane::makeLayout()
{
    m_incidents->setObjectName(QStringLiteral("incidents"));
    m_incidents->setAccessibleName(tr("Incidents"));
    auto *sides = new QSplitter(Qt::Horizontal);
    sides->addWidget(m_chart);
    sides->addWidget(m_incidents);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    sides->setChildrenCollapsible(false);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(makePeriods());
    layout->addWidget(sides, 1);

    m_sentence->setObjectName(QStringLiteral("historySentence"));
    m_sentence->setAccessibleName(tr("History"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(content);
    m_pages->addWidget(m_sentence);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    showUptime(UptimeSummary());
}

void HistoryPane::showUrl(const QByteArray &url)
{
    if (url == m_url)
        return;
    m_url = url;
    m_query = UrlPastQuery();
    m_zoom.reset();
    m_chart->clear();
    m_whole->hide();
    say({}); // until it is known
    refresh();
}

void HistoryPane::refresh()
{
    m_isStale = true;
    askIfSeen();
}

void HistoryPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askIfSeen();
}

void HistoryPane::choosePeriod(std::size_t period)
{
    m_period = period;
    m_zoom.reset();
    ask();
}

void HistoryPane::askIfSeen()
{
    if (m_isStale && isVisible() && !m_url.isEmpty())
        ask();
}

void HistoryPane::ask()
{
    m_isStale = false;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_query = UrlPastQuery(m_url, m_zoom.value_or(rangeOf(periods.at(m_period), now)), now);
    Q_EMIT pastWanted(m_query);
}

void HistoryPane::showPast(const UrlPastQuery &query, const Answer<UrlPast> &answer)
{
    if (query != m_query || m_url.isEmpty())
        return;
    if (const auto *problem = std::get_if<StoreProblem>(&answer))
        return say(historyProblemSentence(*problem));
    const auto &past = std::get<UrlPast>(answer);
    const Availability &counts = past.uptime.year;
    if (counts.counted() + counts.unknown == 0 && past.points.isEmpty() && past.incidents.isEmpty())
        return say(
            tr("Nothing is known of this URL's past yet. Check it now and then: each check adds to its "
               "uptime and to the chart of its response times."));
    m_chart->showPast(past, rangeOf(periods.at(m_period), query.now));
    m_whole->setVisible(m_zoom.has_value());
    showUptime(past.uptime);
    showIncidents(past.incidents);
    m_pages->setCurrentIndex(chartPage);
}

void HistoryPane::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_pages->setCurrentIndex(sentencePage);
}

void HistoryPane::showUptime(const UptimeSummary &uptime)
{
    for (std::size_t i = 0; i < periodCount; ++i) {
        const Period &period = periods.at(i);
        const Availability &counts = uptime.*period.counts;
        const QString name = tr(period.name);
        const QString percent = formatUptime(counts.uptime());
        QToolButton &button = *m_periods.at(i);
        button.setText(QStringLiteral("%1  %2").arg(name, percent));
        button.setAccessibleName(tr("Uptime over %1: %2").arg(name, percent));
        button.setToolTip(exactUptime(counts));
    }
}

void HistoryPane::showIncidents(const QList<Incident> &incidents)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QStringList> rows;
    rows.reserve(incidents.size());
    for (const Incident &each : incidents) {
        const QString span = formatSpan(each.duration(now));
        rows.append({formatDateTime(each.began), each.ended ? span : tr("%1, and goes on").arg(span),
                     errorTitle(each.reason.kind)});
    }
    m_incidents->setRows(rows);
    m_incidents->setVisible(!rows.isEmpty());
}

} // namespace rollcall
