// SPDX-License-Identifier: MIT
// Incidents of many URLs as an item model.
#pragma once

#include "core/history/historyvalues.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QList>

namespace rollcall {

/// Texts are made as they are painted; URLs are shown without the secrets in them.
class IncidentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { BeganColumn, LastedColumn, UrlColumn, ReasonColumn, ColumnCount };
    /// What a column sorts by.
    static constexpr int SortRole = Qt::UserRole;
    /// The URL as the list has it, as a QByteArray.
    static constexpr int UrlRole = Qt::UserRole + 1;

    explicit IncidentModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void clear();
    /// Those that last are shown as they are at \a now.
    void add(const QList<Incident> &incidents, const QDateTime &now);
    /// How many there are that last.
    qsizetype lasting() const;

private:
    QString text(const Incident &incident, int column) const;
    QVariant sortKey(const Incident &incident, int column) const;

    QList<Incident> m_incidents;
    QDateTime m_now;
    QIcon m_lastingIcon;
    QIcon m_endedIcon;
};

} // namespace rollcall
