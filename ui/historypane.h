// SPDX-License-Identifier: MIT
// What the history tells of one URL: uptime, response times, incidents.
#pragma once

#include "ui/urlpast.h"

#include <QWidget>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedWidget;
class QToolButton;
QT_END_NAMESPACE

namespace rollcall {

class FactTable;
class HistoryChart;

/// A button for each period says the uptime of it and chooses it for the chart. Asks for what it shows by a
/// signal, and only while it is in sight.
class HistoryPane : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPane(QWidget *parent = nullptr);

    /// Shows the past of this URL as soon as it is answered; empty: of none.
    void showUrl(const QByteArray &url);
    /// The answer to \a query, or why there is none; passed over if something else was asked for since.
    void showPast(const UrlPastQuery &query, const Answer<UrlPast> &answer);
    /// There may be more in the history.
    void refresh();

Q_SIGNALS:
    /// showPast() should follow.
    void pastWanted(const rollcall::UrlPastQuery &query);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makePeriods();
    void makeLayout();
    void choosePeriod(std::size_t period);
    void ask();
    void askIfSeen();
    void say(const QString &sentence);
    void showUptime(const UptimeSummary &uptime);
    void showIncidents(const QList<Incident> &incidents);

    static constexpr std::size_t periodCount = 4;

    QByteArray m_url;
    UrlPastQuery m_query;  ///< the last one that was asked
    bool m_isStale = true; ///< what is shown is not the newest that there is
    std::size_t m_period = 0;
    std::optional<TimeRange> m_zoom; ///< what the person has zoomed into
    std::array<QToolButton *, periodCount> m_periods{};
    QToolButton *m_whole;
    QStackedWidget *m_pages;
    QLabel *m_sentence;
    HistoryChart *m_chart;
    FactTable *m_incidents;
};

} // namespace rollcall
