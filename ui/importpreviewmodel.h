// SPDX-License-Identifier: MIT
// What an import has read, line by line, as an item model: what cannot be taken first, then what is there
// already, then what is new.
#pragma once

#include "ui/importer.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <array>
#include <optional>
#include <vector>

namespace rollcall {

/// Made for a million lines: texts are made as they are painted, and a filter looks at bytes.
class ImportPreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FateColumn, LineColumn, TextColumn, ReasonColumn, ColumnCount };
    /// What becomes of a line.
    enum class Fate : quint8 {
        Rejected,
        Duplicate, ///< of another line
        Known,     ///< in the list already
        New,
    };

    explicit ImportPreviewModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void show(ImportOutcome outcome);
    const ImportOutcome &outcome() const { return m_outcome; }
    /// Shows only lines that hold \a text, and only those of one fate if there is one.
    void setFilter(const QString &text, std::optional<Fate> fate);
    /// What of the import shows one line each; of the others there is only the number.
    qint64 toldLines() const;

private:
    struct Place {
        Fate fate;
        qsizetype index; ///< among those of its fate
    };

    qsizetype sizeOf(Fate fate) const;
    Place placeOf(int row) const;
    QByteArray textOf(Place place) const;
    qint64 lineOf(Place place) const;
    QString reasonOf(Place place) const;
    bool matches(Place place) const;
    void filter();

    ImportOutcome m_outcome;
    QByteArray m_text; ///< in lower case
    std::optional<Fate> m_fate;
    std::vector<Place> m_shown; ///< empty while nothing is filtered
    bool m_isFiltered = false;
    std::array<QIcon, 4> m_icons;
};

/// "New", "Duplicate", ...
QString fateWord(ImportPreviewModel::Fate fate);

} // namespace rollcall
