// SPDX-License-Identifier: MIT
#include "ui/importpreviewmodel.h"

#include "ui/format.h"
#include "ui/outcomelook.h"
#include "ui/wording.h"

#include <algorithm>

namespace rollcall {

namespace {

using Fate = ImportPreviewModel::Fate;

constexpr std::array fates = {Fate::Rejected, Fate::Duplicate, Fate::Known, Fate::New};

} // namespace

QString fateWord(Fate fate)
{
    switch (fate) {
    case Fate::Rejected:
        return ImportPreviewModel::tr("Not a URL");
    case Fate::Duplicate:
        return ImportPreviewModel::tr("Duplicate");
    case Fate::Known:
        return ImportPreviewModel::tr("In the list");
    case Fate::New:
        return ImportPreviewModel::tr("New");
    }
    Q_UNREACHABLE();
}

ImportPreviewModel::ImportPreviewModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_icons{outcomeIcon(Outcome::Failed), symbolIcon(QStringLiteral("copy"), Tone::Muted),
              symbolIcon(QStringLiteral("copy"), Tone::Muted), symbolIcon(QStringLiteral("add"), Tone::Ok)}
{
}

int ImportPreviewModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_isFiltered ? int(m_shown.size()) : int(toldLines());
}

int ImportPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ImportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Place place = placeOf(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        break;
    case Qt::DecorationRole:
        return index.column() == FateColumn ? m_icons[std::size_t(place.fate)] : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == LineColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                            : QVariant();
    default:
        return {};
    }
    switch (Column(index.column())) {
    case FateColumn:
        return fateWord(place.fate);
    case LineColumn:
        return lineOf(place) > 0 ? formatCount(lineOf(place)) : QString();
    case TextColumn:
        return QString::fromUtf8(textOf(place));
    case ReasonColumn:
        return reasonOf(place);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && section == LineColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case FateColumn:
        return tr("What it is");
    case LineColumn:
        return tr("Line");
    case TextColumn:
        return tr("URL or text");
    case ReasonColumn:
        return tr("Why");
    case ColumnCount:
        break;
    }
    return {};
}

void ImportPreviewModel::show(ImportOutcome outcome)
{
    beginResetModel();
    m_outcome = std::move(outcome);
    filter();
    endResetModel();
}

void ImportPreviewModel::setFilter(const QString &text, std::optional<Fate> fate)
{
    beginResetModel();
    m_text = text.toLower().toUtf8();
    m_fate = fate;
    filter();
    endResetModel();
}

void ImportPreviewModel::filter()
{
    m_shown.clear();
    m_isFiltered = !m_text.isEmpty() || m_fate.has_value();
    if (!m_isFiltered)
        return;
    for (const Fate fate : fates) {
        if (m_fate && fate != *m_fate)
            continue;
        for (qsizetype index = 0; index < sizeOf(fate); ++index) {
            if (matches({fate, index}))
                m_shown.push_back({fate, index});
        }
    }
}

// Upper and lower case are the same; of letters beyond ASCII only where the text is no URL.
bool ImportPreviewModel::matches(Place place) const
{
    const QByteArray text = textOf(place);
    const auto isSame = [](char c, char wanted) {
        return (c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c) == wanted;
    };
    const bool isFound =
        std::search(text.begin(), text.end(), m_text.begin(), m_text.end(), isSame) != text.end();
    return isFound || m_text.isEmpty() ||
           (place.fate == Fate::Rejected && QString::fromUtf8(text).toLower().toUtf8().contains(m_text));
}

qint64 ImportPreviewModel::toldLines() const
{
    qint64 lines = 0;
    for (const Fate fate : fates)
        lines += sizeOf(fate);
    return lines;
}

qsizetype ImportPreviewModel::sizeOf(Fate fate) const
{
    switch (fate) {
    case Fate::Rejected:
        return m_outcome.skipped.size();
    case Fate::Duplicate:
        return m_outcome.repeated.size();
    case Fate::Known:
        return m_outcome.known.size();
    case Fate::New:
        return m_outcome.added.size();
    }
    Q_UNREACHABLE();
}

ImportPreviewModel::Place ImportPreviewModel::placeOf(int row) const
{
    if (m_isFiltered)
        return m_shown[std::size_t(row)];
    qsizetype index = row;
    for (const Fate fate : fates) {
        if (index < sizeOf(fate))
            return {fate, index};
        index -= sizeOf(fate);
    }
    Q_UNREACHABLE();
}

QByteArray ImportPreviewModel::textOf(Place place) const
{
    switch (place.fate) {
    case Fate::Rejected:
        return m_outcome.skipped.at(place.index).line.text.toUtf8();
    case Fate::Duplicate:
        return m_outcome.repeated.at(place.index).line.text.toUtf8();
    case Fate::Known:
        return m_outcome.known.at(place.index).url;
    case Fate::New:
        return m_outcome.added.at(place.index).url;
    }
    Q_UNREACHABLE();
}

qint64 ImportPreviewModel::lineOf(Place place) const
{
    switch (place.fate) {
    case Fate::Rejected:
        return m_outcome.skipped.at(place.index).line.line;
    case Fate::Duplicate:
        return m_outcome.repeated.at(place.index).line.line;
    case Fate::Known:
        return m_outcome.knownLines.value(place.index);
    case Fate::New:
        return m_outcome.addedLines.value(place.index);
    }
    Q_UNREACHABLE();
}

QString ImportPreviewModel::reasonOf(Place place) const
{
    switch (place.fate) {
    case Fate::Rejected:
        return problemSentence(m_outcome.skipped.at(place.index).line.problem);
    case Fate::Duplicate:
        if (const qint64 first = m_outcome.repeated.at(place.index).line.firstLine; first > 0)
            return tr("The same as line %1.").arg(formatCount(first));
        return tr("The same as in another source.");
    case Fate::Known:
        return tr("The list has this URL already.");
    case Fate::New:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace rollcall
