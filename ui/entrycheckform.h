// SPDX-License-Identifier: MIT
// The fields for how one URL is checked, and what its answer has to be.
#pragma once

#include "core/url/entrydetails.h"
#include "ui/fieldproblem.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace rollcall {

/// Begins with what \a details say. What is left empty is for the settings and the list's schedule to say.
class EntryCheckForm : public QWidget
{
    Q_OBJECT
public:
    explicit EntryCheckForm(const EntryDetails &details, QWidget *parent = nullptr);

    /// Writes what was entered to \a details; if something cannot be taken, says what, and writes nothing.
    std::optional<FieldProblem> take(EntryDetails &details) const;

private:
    QLineEdit *m_timeLimit;
    QLineEdit *m_statuses;
    QLineEdit *m_target;
    QComboBox *m_targetStatus;
    QLineEdit *m_interval;
};

} // namespace rollcall
