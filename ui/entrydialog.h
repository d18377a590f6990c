// SPDX-License-Identifier: MIT
// The dialog in which the person edits what the list says about one URL.
#pragma once

#include "core/url/urlentry.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTabWidget;
QT_END_NAMESPACE

namespace rollcall {

class EntryCheckForm;
class EntryRequestForm;
struct FieldProblem;

/// Deletes itself when it is closed. It stays open while something in it cannot be taken, and says why.
class EntryDialog : public QDialog
{
    Q_OBJECT
public:
    explicit EntryDialog(const UrlEntry &entry, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    /// The person is done: what the entry is to be.
    void edited(const rollcall::UrlEntry &entry);

private:
    /// Shows why a field cannot be taken, and leads there.
    void refuse(const FieldProblem &problem);
    EntryDetails generalDetails() const;

    UrlEntry m_entry;
    QLineEdit *m_url;
    QLabel *m_problem;
    QLineEdit *m_name;
    QLineEdit *m_group;
    QLineEdit *m_tags;
    QPlainTextEdit *m_note;
    QCheckBox *m_isEnabled;
    EntryCheckForm *m_check;
    EntryRequestForm *m_request;
    QTabWidget *m_tabs;
};

} // namespace rollcall
