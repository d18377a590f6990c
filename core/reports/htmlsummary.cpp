// SPDX-License-Identifier: MIT
#include "core/reports/htmlsummary.h"

#include "core/reports/htmlcharts.h"
#include "core/reports/htmltext.h"
#include "core/reports/reportstatistics.h"

namespace rollcall {

namespace {

QByteArray whenChecked(const ReportStatistics &statistics)
{
    const QString format = QStringLiteral("yyyy-MM-dd HH:mm:ss");
    if (!statistics.firstStart())
        return "Nothing was checked.";
    const QByteArray first = statistics.firstStart()->toUTC().toString(format).toLatin1();
    const QByteArray last = statistics.lastStart()->toUTC().toString(format).toLatin1();
    return "Checked " + first + (first == last ? QByteArray() : " to " + last) + " UTC";
}

QByteArray tiles(const ReportStatistics &statistics)
{
    const CheckProgress &outcomes = statistics.outcomes();
    QByteArray text = htmlTile("URLs", htmlCount(outcomes.done())) + htmlTile("OK", htmlCount(outcomes.ok)) +
                      htmlTile("Warning", htmlCount(outcomes.warnings)) +
                      htmlTile("Failed", htmlCount(outcomes.failed), outcomes.failed > 0 ? "failed" : "");
    if (outcomes.cancelled > 0)
        text += htmlTile("Cancelled", htmlCount(outcomes.cancelled));
    if (const auto median = statistics.percentile(0.5)) {
        text += htmlTile("Median time", htmlTime(*median));
        text += htmlTile("95 % within", htmlTime(*statistics.percentile(0.95)));
    }
    return text + htmlTile("Received", htmlBytes(statistics.bodyBytes()));
}

} // namespace

HtmlPage htmlSummary(const ReportStatistics &statistics, qsizetype leftOut)
{
    HtmlPage page;
    page.title = "Rollcall report";
    page.subtitle = whenChecked(statistics);
    page.tiles = tiles(statistics);
    page.charts = outcomesChart(statistics) + responseTimesChart(statistics) + errorsChart(statistics);
    page.tableTitle = "Results";
    if (leftOut > 0)
        page.note = "Results that are not listed here, to keep the page usable: " + htmlCount(leftOut) +
                    ". CSV and JSON lines have all.";
    page.firstColumn = "Outcome";
    page.lastColumn = "Message";
    page.allChoices = "All outcomes";
    page.choices = {{"ok", "OK"}, {"warning", "Warning"}, {"failed", "Failed"}, {"cancelled", "Cancelled"}};
    return page;
}

} // namespace rollcall
