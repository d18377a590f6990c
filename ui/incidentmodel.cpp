// SPDX-License-Identifier: MIT
#include "ui/incidentmodel.h"

#include "core/url/redact.h"
#include "ui/format.h"
#include "ui/outcomelook.h"
#include "ui/wording.h"

#include <algorithm>

namespace rollcall {

IncidentModel::IncidentModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_lastingIcon(outcomeIcon(Outcome::Failed)),
      m_endedIcon(outcomeIcon(Outcome::Ok))
{
}

int IncidentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_incidents.size());
}

int IncidentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant IncidentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Incident &incident = m_incidents.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(incident, index.column());
    case Qt::DecorationRole:
        if (index.column() == LastedColumn)
            return incident.ended ? m_endedIcon : m_lastingIcon;
        return {};
    case SortRole:
        return sortKey(incident, index.column());
    case UrlRole:
        return incident.url;
    default:
        return {};
    }
}

QString IncidentModel::text(const Incident &incident, int column) const
{
    switch (column) {
    case BeganColumn:
        return formatDateTime(incident.began);
    case LastedColumn: {
        const QString span = formatSpan(incident.duration(m_now));
        return incident.ended ? span : tr("%1, and goes on").arg(span);
    }
    case UrlColumn:
        return QString::fromUtf8(redacted(incident.url));
    case ReasonColumn:
        return errorTitle(incident.reason.kind);
    default:
        return {};
    }
}

QVariant IncidentModel::sortKey(const Incident &incident, int column) const
{
    switch (column) {
    case BeganColumn:
        return incident.began.toMSecsSinceEpoch();
    case LastedColumn:
        return qint64(incident.duration(m_now).count());
    default:
        return text(incident, column);
    }
}

QVariant IncidentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case BeganColumn:
        return tr("Began");
    case LastedColumn:
        return tr("Lasted");
    case UrlColumn:
        return tr("URL");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

void IncidentModel::clear()
{
    beginResetModel();
    m_incidents.clear();
    endResetModel();
}

void IncidentModel::add(const QList<Incident> &incidents, const QDateTime &now)
{
    m_now = now;
    if (incidents.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(incidents.size()) - 1);
    m_incidents += incidents;
    endInsertRows();
}

qsizetype IncidentModel::lasting() const
{
    return std::ranges::count_if(m_incidents, [](const Incident &each) { return !each.ended; });
}

} // namespace rollcall
