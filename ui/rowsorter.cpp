// SPDX-License-Identifier: MIT
#include "ui/rowsorter.h"

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <utility>

namespace rollcall {

namespace {

// Below so many texts plain comparison is quicker.
constexpr std::ptrdiff_t fewTexts = 16;
constexpr qsizetype bytesAtOnce = 7;

struct PlacedNumber {
    qint64 number;
    int place;
};

/// Seven bytes of a text from \a depth on and, as the last byte, how many there are, eight for more: as
/// numbers they compare as the texts do.
quint64 pieceOf(const QByteArray &text, qsizetype depth)
{
    const qsizetype rest = text.size() - depth;
    quint64 piece = 0;
    if (rest > bytesAtOnce) { // then eight can be read at once
        quint64 bytes = 0;
        std::memcpy(&bytes, text.constData() + depth, sizeof bytes);
        piece = (qFromBigEndian(bytes) & ~quint64(0xff)) | quint64(bytesAtOnce + 1);
    } else {
        for (qsizetype i = 0; i < bytesAtOnce; ++i)
            piece = piece << 8 | (i < rest ? quint8(text.at(depth + i)) : 0);
        piece = piece << 8 | quint64(rest);
    }
    return piece;
}

bool goesOn(quint64 piece)
{
    return (piece & 0xff) > quint64(bytesAtOnce);
}

class TextSorter
{
public:
    TextSorter(std::vector<PlacedText> &texts, bool ascending) : m_texts(texts), m_ascending(ascending)
    {
        m_order.reserve(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i)
            m_order.push_back({0, quint32(i)});
    }

    void sort()
    {
        m_todo.push_back({0, std::ptrdiff_t(m_order.size()), 0});
        while (!m_todo.empty()) {
            const Range range = m_todo.back();
            m_todo.pop_back();
            if (range.end - range.begin <= fewTexts)
                sortFew(range);
            else
                sortMany(range);
        }
        std::vector<PlacedText> sorted;
        sorted.reserve(m_texts.size());
        for (const Item &item : m_order)
            sorted.push_back(std::move(m_texts[item.text]));
        m_texts = std::move(sorted);
    }

private:
    struct Item {
        quint64 piece;
        quint32 text;
    };
    struct Range {
        std::ptrdiff_t begin;
        std::ptrdiff_t end;
        qsizetype depth; // up to which all texts are equal
    };

    int placeOf(const Item &item) const { return m_texts[item.text].place; }

    void sortFew(const Range &range)
    {
        const auto rest = [&](const Item &item) {
            return QByteArrayView(m_texts[item.text].text).sliced(range.depth);
        };
        std::sort(m_order.begin() + range.begin, m_order.begin() + range.end,
                  [&](const Item &a, const Item &b) {
                      const int difference = rest(a).compare(rest(b));
                      if (difference == 0)
                          return placeOf(a) < placeOf(b);
                      return m_ascending ? difference < 0 : difference > 0;
                  });
    }

    void sortMany(const Range &range)
    {
        const auto begin = m_order.begin() + range.begin;
        const auto end = m_order.begin() + range.end;
        bool areAllEqual = true;
        for (auto item = begin; item != end; ++item) {
            item->piece = pieceOf(m_texts[item->text].text, range.depth);
            areAllEqual = areAllEqual && item->piece == begin->piece;
        }
        if (areAllEqual && goesOn(begin->piece)) {
            m_todo.push_back({range.begin, range.end, range.depth + bytesAtOnce});
            return;
        }
        std::sort(begin, end, [&](const Item &a, const Item &b) {
            if (a.piece == b.piece)
                return !goesOn(a.piece) && placeOf(a) < placeOf(b); // those that go on are sorted next
            return m_ascending ? a.piece < b.piece : a.piece > b.piece;
        });
        for (auto first = begin; first != end;) {
            const auto last =
                std::find_if(first, end, [&](const Item &item) { return item.piece != first->piece; });
            if (goesOn(first->piece) && last - first > 1)
                m_todo.push_back(
                    {first - m_order.begin(), last - m_order.begin(), range.depth + bytesAtOnce});
            first = last;
        }
    }

    std::vector<PlacedText> &m_texts;
    bool m_ascending;
    std::vector<Item> m_order;
    std::vector<Range> m_todo;
};

void sortNumbers(std::vector<PlacedNumber> &numbers, Qt::SortOrder order)
{
    const bool ascending = order == Qt::AscendingOrder;
    std::ranges::sort(numbers, [ascending](const PlacedNumber &a, const PlacedNumber &b) {
        if (a.number == b.number)
            return a.place < b.place;
        return ascending ? a.number < b.number : b.number < a.number;
    });
}

/// Rows with equal values keep the order in which they are.
void sortBy(std::vector<int> &rows, const SortColumn &by, const std::function<const ResultRow &(int)> &rowAt)
{
    const auto sortKey = resultColumn(by.column).sortKey;
    std::vector<PlacedNumber> numbers;
    std::vector<PlacedText> texts;
    std::vector<int> unknown;
    for (int place = 0; place < int(rows.size()); ++place) {
        const int row = rows[std::size_t(place)];
        SortKey key = sortKey(rowAt(row));
        if (const auto *number = std::get_if<qint64>(&key))
            numbers.push_back({*number, place});
        else if (auto *text = std::get_if<QByteArray>(&key))
            texts.push_back({std::move(*text), place});
        else
            unknown.push_back(row);
    }
    sortNumbers(numbers, by.order);
    sortTexts(texts, by.order);
    std::vector<int> sorted;
    sorted.reserve(rows.size());
    for (const PlacedNumber &each : numbers)
        sorted.push_back(rows[std::size_t(each.place)]);
    for (const PlacedText &each : texts)
        sorted.push_back(rows[std::size_t(each.place)]);
    sorted.insert(sorted.end(), unknown.begin(), unknown.end());
    rows = std::move(sorted);
}

} // namespace

bool dependsOnResults(const Sorting &sorting)
{
    return std::ranges::any_of(sorting,
                               [](const SortColumn &by) { return !resultColumn(by.column).isOfTheList; });
}

void sortRows(std::vector<int> &rows, const Sorting &sorting,
              const std::function<const ResultRow &(int)> &rowAt)
{
    if (!std::ranges::is_sorted(rows))
        std::ranges::sort(rows);
    for (auto by = sorting.rbegin(); by != sorting.rend(); ++by)
        sortBy(rows, *by, rowAt);
}

void sortTexts(std::vector<PlacedText> &texts, Qt::SortOrder order)
{
    TextSorter(texts, order == Qt::AscendingOrder).sort();
}

} // namespace rollcall
