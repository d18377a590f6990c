// SPDX-License-Identifier: MIT
#include "ui/sortheader.h"

#include <QMouseEvent>
#include <QStyleOptionHeader>

#include <algorithm>
#include <string_view>

namespace rollcall {

namespace {

// "¹", "²", ...: small enough to stand behind a name.
QString rankMark(qsizetype rank)
{
    static constexpr std::u16string_view digits = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString mark;
    for (const QChar digit : QString::number(rank))
        mark += QChar(digits[std::size_t(digit.digitValue())]);
    return mark;
}

auto placeIn(auto &sorting, ResultColumn column)
{
    return std::ranges::find(sorting, column, &SortColumn::column);
}

} // namespace

Sorting sortingAfterClick(const Sorting &sorting, ResultColumn column, bool adds)
{
    Sorting next = sorting;
    if (!adds)
        next.removeIf([column](const SortColumn &by) { return by.column != column; });
    const auto by = placeIn(next, column);
    const bool isTheOnlyOne = adds || sorting.size() <= 1;
    if (by == next.end())
        next.append(SortColumn(column, Qt::AscendingOrder));
    else if (!isTheOnlyOne)
        by->order = Qt::AscendingOrder; // a new beginning
    else if (by->order == Qt::AscendingOrder)
        by->order = Qt::DescendingOrder;
    else
        next.erase(by);
    return next;
}

SortHeader::SortHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    connect(this, &QHeaderView::sectionClicked, this, [this](int section) {
        Q_EMIT sortingWanted(sortingAfterClick(m_sorting, ResultColumn(section), m_adds));
    });
}

void SortHeader::setSorting(const Sorting &sorting)
{
    m_sorting = sorting;
    viewport()->update();
}

void SortHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_adds = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mouseReleaseEvent(event);
    m_adds = false;
}

void SortHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const auto by = placeIn(m_sorting, ResultColumn(logicalIndex));
    if (by == m_sorting.end())
        return;
    option->sortIndicator =
        by->order == Qt::AscendingOrder ? QStyleOptionHeader::SortDown : QStyleOptionHeader::SortUp;
    if (m_sorting.size() > 1)
        option->text += QLatin1Char(' ') + rankMark(by - m_sorting.begin() + 1);
}

} // namespace rollcall
