// SPDX-License-Identifier: MIT
// The fields for the request that one URL is called with.
#pragma once

#include "core/url/entrydetails.h"
#include "ui/fieldproblem.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace rollcall {

class HeadersField;

/// Begins with what \a details say. What is left empty is for the settings to say.
class EntryRequestForm : public QWidget
{
    Q_OBJECT
public:
    explicit EntryRequestForm(const EntryDetails &details, QWidget *parent = nullptr);

    /// Writes what was entered to \a details; if something cannot be taken, says what, and writes nothing.
    std::optional<FieldProblem> take(EntryDetails &details) const;

private:
    QByteArray method() const;

    QByteArray m_bodyBefore;
    QComboBox *m_method;
    HeadersField *m_headers;
    QPlainTextEdit *m_body;
};

} // namespace rollcall
