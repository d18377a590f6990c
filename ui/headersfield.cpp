// SPDX-License-Identifier: MIT
#include "ui/headersfield.h"

#include "core/check/settingtext.h"

namespace rollcall {

HeadersField::HeadersField(QWidget *parent) : QPlainTextEdit(parent)
{
    constexpr int lines = 5;
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setPlaceholderText(QStringLiteral("Accept-Language: de"));
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * int(document()->documentMargin()));
}

void HeadersField::setHeaders(const QList<HeaderField> &headers)
{
    QStringList lines;
    for (const HeaderField &field : headers)
        lines.append(QString::fromUtf8(field.first + ": " + field.second));
    setPlainText(lines.join(QLatin1Char('\n')));
}

std::optional<QList<HeaderField>> HeadersField::headers() const
{
    QList<HeaderField> headers;
    for (const QString &line : toPlainText().split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            continue;
        const std::optional<HeaderField> field = headerFromText(line.trimmed());
        if (!field)
            return std::nullopt;
        headers.append(*field);
    }
    return headers;
}

QString HeadersField::problem() const
{
    const QStringList lines = toPlainText().split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (!line.isEmpty() && !headerFromText(line))
            return tr("Line %1 is no header: it takes a name, a colon and a value, for example \"Accept: "
                      "text/html\".")
                .arg(i + 1);
    }
    return {};
}

} // namespace rollcall
