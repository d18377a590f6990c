// SPDX-License-Identifier: MIT
#include "core/reports/htmlcharts.h"

#include "core/reports/htmltext.h"
#include "core/reports/reportstatistics.h"
#include "core/reports/reporttext.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace rollcall {

namespace {

using std::chrono::microseconds;
using namespace std::chrono_literals;

constexpr int chartWidth = 400;

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 1);
}

QByteArray rectangle(double x, double y, double width, double height, const char *style)
{
    return "<rect class=\"" + QByteArray(style) + "\" x=\"" + number(x) + "\" y=\"" + number(y) +
           "\" width=\"" + number(width) + "\" height=\"" + number(height) + "\"></rect>";
}

QByteArray label(double x, double y, const char *anchor, const QByteArray &text)
{
    QByteArray element =
        "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">";
    appendMarkup(element, text);
    return element + "</text>";
}

QByteArray figure(const char *caption, int height, const QByteArray &drawing)
{
    const QByteArray title = caption;
    return "<figure><figcaption>" + title + "</figcaption><svg role=\"img\" aria-label=\"" + title +
           "\" viewBox=\"0 0 " + QByteArray::number(chartWidth) + ' ' + QByteArray::number(height) + "\">" +
           drawing + "</svg></figure>\n";
}

struct Bar {
    QByteArray name;
    qsizetype count = 0;
    const char *style = "";
};

/// Bars below each other: name, bar, count.
QByteArray bars(const std::vector<Bar> &rows, double nameWidth)
{
    constexpr double rowHeight = 24;
    constexpr double countWidth = 50;
    qsizetype largest = 1;
    for (const Bar &bar : rows)
        largest = std::max(largest, bar.count);
    QByteArray drawing;
    double y = 0;
    for (const Bar &bar : rows) {
        const double width = (chartWidth - nameWidth - countWidth) * double(bar.count) / double(largest);
        drawing += label(nameWidth - 8, y + 16, "end", bar.name);
        drawing += rectangle(nameWidth, y + 4, std::max(width, 1.0), rowHeight - 8, bar.style);
        drawing += label(nameWidth + width + 6, y + 16, "start", htmlCount(bar.count));
        y += rowHeight;
    }
    return drawing;
}

int barsHeight(const std::vector<Bar> &rows)
{
    return int(rows.size()) * 24 + 4;
}

struct Bucket {
    microseconds from;
    const char *name;
};

// Each ends where the next begins.
// clang-format off
constexpr std::array buckets = {
    Bucket{0us, "0"}, Bucket{10ms, "10 ms"}, Bucket{20ms, "20"}, Bucket{50ms, "50"}, Bucket{100ms, "100"},
    Bucket{200ms, "200"}, Bucket{500ms, "500"}, Bucket{1s, "1 s"}, Bucket{2s, "2 s"}, Bucket{5s, "5 s"},
    Bucket{10s, "10 s"}, Bucket{20s, "20 s"},
};
// clang-format on

} // namespace

QByteArray outcomesChart(const ReportStatistics &statistics)
{
    const CheckProgress &outcomes = statistics.outcomes();
    std::vector<Bar> rows = {{"OK", outcomes.ok, "ok"},
                             {"Warning", outcomes.warnings, "warning"},
                             {"Failed", outcomes.failed, "failed"},
                             {"Cancelled", outcomes.cancelled, "cancelled"}};
    std::erase_if(rows, [](const Bar &bar) { return bar.count == 0; });
    return rows.empty() ? QByteArray() : figure("Outcomes", barsHeight(rows), bars(rows, 80));
}

QByteArray responseTimesChart(const ReportStatistics &statistics)
{
    constexpr double top = 18;
    constexpr double height = 100;
    constexpr double step = double(chartWidth) / buckets.size();
    std::array<qsizetype, buckets.size()> counts{};
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const microseconds to = i + 1 < buckets.size() ? buckets[i + 1].from : microseconds::max();
        counts[i] = statistics.answersWithin(buckets[i].from, to);
    }
    const qsizetype largest = *std::ranges::max_element(counts);
    if (largest == 0)
        return {};
    QByteArray drawing;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const double x = step * double(i);
        const double bar = height * double(counts[i]) / double(largest);
        if (counts[i] > 0) {
            drawing +=
                rectangle(x + 1, top + height - std::max(bar, 1.0), step - 2, std::max(bar, 1.0), "time");
            drawing += label(x + step / 2, top + height - bar - 4, "middle", htmlCount(counts[i]));
        }
        drawing += label(x, top + height + 16, i == 0 ? "start" : "middle", buckets[i].name);
    }
    drawing += rectangle(0, top + height, chartWidth, 1, "axis");
    return figure("Response times", int(top + height) + 22, drawing);
}

QByteArray errorsChart(const ReportStatistics &statistics)
{
    constexpr std::size_t maximumRows = 8;
    const auto errors = statistics.errors();
    std::vector<Bar> rows;
    qsizetype others = 0;
    for (const auto &[kind, count] : errors) {
        if (rows.size() < maximumRows)
            rows.push_back({errorKindInfo(kind).title, count, "failed"});
        else
            others += count;
    }
    if (others > 0)
        rows.push_back({"Others", others, "failed"});
    return rows.empty() ? QByteArray() : figure("Errors", barsHeight(rows), bars(rows, 170));
}

} // namespace rollcall
