// SPDX-License-Identifier: MIT
#include "ui/detailspane.h"

#include "core/url/redact.h"
#include "ui/format.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <optional>

namespace rollcall {

namespace {

class Details
{
    Q_DECLARE_TR_FUNCTIONS(Details)
};

const QString listSeparator = QStringLiteral(", ");

QString utf8(const QByteArray &text)
{
    return QString::fromUtf8(text);
}

QString sentenceOf(const ResultRow &row)
{
    switch (row.state) {
    case RowState::Unchecked:
        return Details::tr("Not checked yet.");
    case RowState::Queued:
        return Details::tr("Waits for a free place.");
    case RowState::Running:
        return Details::tr("Is being checked.");
    case RowState::Done:
        break;
    }
    const CheckResult &result = *row.result;
    if (result.fetch.error != ErrorKind::None)
        return QStringLiteral("%1: %2").arg(errorTitle(result.fetch.error), errorSentence(result));
    return Details::tr("Answered with status %1 and %2 in %3.")
        .arg(result.fetch.status)
        .arg(formatBytes(result.fetch.bodyBytes),
             formatDuration(result.fetch.times.total.value_or(std::chrono::microseconds(0))));
}

QString redirectsOf(const FetchResult &fetch)
{
    if (fetch.redirects.isEmpty())
        return {};
    QStringList hops;
    for (const RedirectHop &hop : fetch.redirects)
        hops.append(Details::tr("%1 (status %2, %3)")
                        .arg(utf8(redacted(hop.url)))
                        .arg(hop.status)
                        .arg(formatDuration(hop.time)));
    hops.append(utf8(redacted(fetch.finalUrl)));
    return hops.join(QStringLiteral("\n→ "));
}

QString timesOf(const CheckResult &result)
{
    const FetchTimes &times = result.fetch.times;
    QStringList parts;
    const auto add = [&parts](const QString &pattern, const std::optional<std::chrono::microseconds> &time) {
        if (time)
            parts.append(pattern.arg(formatDuration(*time)));
    };
    add(Details::tr("queue %1"), result.queueTime);
    add(Details::tr("name look-up %1"), times.dns);
    add(Details::tr("connect %1"), times.connect);
    add(Details::tr("TLS %1"), times.tls);
    add(Details::tr("first byte after %1"), times.firstByte);
    add(Details::tr("total %1"), times.total);
    return parts.join(listSeparator);
}

QString connectionOf(const FetchResult &fetch)
{
    QStringList parts;
    if (!fetch.remoteIp.isEmpty())
        parts.append(utf8(fetch.remoteIp));
    if (!fetch.httpVersion.isEmpty())
        parts.append(QStringLiteral("HTTP/") + utf8(fetch.httpVersion));
    if (!fetch.tlsVersion.isEmpty())
        parts.append(QStringLiteral("TLS ") + utf8(fetch.tlsVersion));
    if (fetch.certificateExpires)
        parts.append(
            Details::tr("certificate valid until %1").arg(formatDateTime(*fetch.certificateExpires)));
    if (!fetch.contentType.isEmpty())
        parts.append(utf8(fetch.contentType));
    return parts.join(listSeparator);
}

QLabel *newText()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // A URL without a place to break must not make the window wider.
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setMinimumWidth(1);
    return label;
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent),
      m_url(newText()),
      m_sentence(newText()),
      m_lines(new QFormLayout)
{
    setAccessibleName(tr("Details"));
    m_sentence->setObjectName(QStringLiteral("detailsSentence"));
    QFont bold = m_url->font();
    bold.setBold(true);
    m_url->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_url);
    layout->addWidget(m_sentence);
    m_lines->setHorizontalSpacing(12);
    m_lines->setVerticalSpacing(3);
    m_redirects = addLine(tr("Redirects"));
    m_times = addLine(tr("Times"));
    m_connection = addLine(tr("Connection"));
    layout->addLayout(m_lines);
    layout->addStretch();
    showRow(nullptr);
}

QLabel *DetailsPane::addLine(const QString &name)
{
    QLabel *line = newText();
    line->setAccessibleName(name);
    auto *label = new QLabel(name);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAlignment(Qt::AlignTop);
    m_lines->addRow(label, line);
    return line;
}

void DetailsPane::showRow(const ResultRow *row)
{
    m_url->setVisible(row);
    if (!row) {
        m_sentence->setText(tr("Select a row to see more about it."));
    } else {
        m_url->setText(utf8(redacted(row->entry.url)));
        m_sentence->setText(sentenceOf(*row));
    }
    const CheckResult *result = row ? row->result.get() : nullptr;
    setLine(m_redirects, result ? redirectsOf(result->fetch) : QString());
    setLine(m_times, result ? timesOf(*result) : QString());
    setLine(m_connection, result ? connectionOf(result->fetch) : QString());
}

void DetailsPane::setLine(QLabel *line, const QString &text)
{
    line->setText(text);
    m_lines->setRowVisible(line, !text.isEmpty());
}

} // namespace rollcall
