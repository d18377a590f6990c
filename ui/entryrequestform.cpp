// SPDX-License-Identifier: MIT
#include "ui/entryrequestform.h"

#include "core/url/httptoken.h"
#include "ui/format.h"
#include "ui/headersfield.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPlainTextEdit>

namespace rollcall {

namespace {

QString textOf(const QByteArray &body)
{
    return QString::fromUtf8(body);
}

/// A recorded body may be a picture, which a text field would spoil.
bool isText(const QByteArray &body)
{
    return textOf(body).toUtf8() == body && !body.contains('\0') && !body.contains('\r');
}

} // namespace

EntryRequestForm::EntryRequestForm(const EntryDetails &details, QWidget *parent)
    : QWidget(parent),
      m_bodyBefore(details.body),
      m_method(new QComboBox),
      m_headers(new HeadersField),
      m_body(new QPlainTextEdit)
{
    m_method->setObjectName(QStringLiteral("entryMethod"));
    m_method->setEditable(true);
    for (const char *method : {"", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
        m_method->addItem(QString::fromLatin1(method));
    m_method->setEditText(QString::fromLatin1(details.method));
    m_method->lineEdit()->setPlaceholderText(tr("GET, or as the settings say"));
    m_headers->setObjectName(QStringLiteral("entryHeaders"));
    m_headers->setHeaders(details.headers);
    m_headers->setToolTip(
        tr("Sent with this URL, one a line, in place of those of the same name in the settings. "
           "A redirect to another site does not get them"));
    m_body->setObjectName(QStringLiteral("entryBody"));
    m_body->setTabChangesFocus(true);
    if (isText(details.body)) {
        m_body->setPlainText(textOf(details.body));
    } else {
        m_body->setEnabled(false);
        m_body->setPlaceholderText(tr("%1 byte(s) that are no plain text; they stay as they are", nullptr,
                                      pluralNumber(details.body.size()))
                                       .arg(formatCount(details.body.size())));
    }

    auto *form = new QFormLayout(this);
    form->addRow(tr("&Method:"), m_method);
    form->addRow(tr("&Headers:"), m_headers);
    form->addRow(tr("&Body:"), m_body);
}

QByteArray EntryRequestForm::method() const
{
    const QByteArray entered = m_method->currentText().trimmed().toUtf8().toUpper();
    return entered == "GET" ? QByteArray() : entered;
}

std::optional<FieldProblem> EntryRequestForm::take(EntryDetails &details) const
{
    const QByteArray method = this->method();
    if (!method.isEmpty() && !isHttpToken(method))
        return FieldProblem(m_method, tr("A method is one word, such as HEAD or POST."));
    const auto headers = m_headers->headers();
    if (!headers)
        return FieldProblem(m_headers, m_headers->problem());
    const QByteArray body = m_body->isEnabled() ? m_body->toPlainText().toUtf8() : m_bodyBefore;
    if (!body.isEmpty() && (method.isEmpty() || method == "HEAD"))
        return FieldProblem(m_method, tr("A body needs a method that sends it, such as POST."));
    details.method = method;
    details.headers = *headers;
    details.body = body;
    return std::nullopt;
}

} // namespace rollcall
