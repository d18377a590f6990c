// SPDX-License-Identifier: MIT
#include "ui/detailspane.h"

#include "core/url/redact.h"
#include "ui/facttable.h"
#include "ui/historypane.h"
#include "ui/resultfacts.h"
#include "ui/waterfall.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace rollcall {

namespace {

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

DetailsPane::DetailsPane(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent),
      m_url(newText()),
      m_sentence(newText()),
      m_buttons(new QWidget),
      m_tabs(new QTabWidget),
      m_timing(new QScrollArea),
      m_waterfall(new Waterfall),
      m_redirects(new FactTable({tr("Status"), tr("Time"), tr("URL")})),
      m_headers(new FactTable({tr("Field"), tr("Value")})),
      m_certificate(new FactTable({tr("Fact"), tr("Value")})),
      m_history(new HistoryPane)
{
    setAccessibleName(tr("Details"));
    m_url->setAccessibleName(tr("URL"));
    m_sentence->setObjectName(QStringLiteral("detailsSentence"));
    m_sentence->setAccessibleName(tr("What happened"));
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop); // without a row it has the whole pane
    QFont bold = m_url->font();
    bold.setBold(true);
    m_url->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(makeHead(actions));
    layout->addWidget(m_sentence);
    layout->addWidget(m_tabs, 1);
    addTabs();
    showRow(nullptr);
}

QWidget *DetailsPane::makeHead(const QList<QAction *> &actions)
{
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    for (QAction *action : actions) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        buttons->addWidget(button);
    }
    auto *head = new QWidget;
    head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // also when there is nothing in it
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_url, 1);
    layout->addWidget(m_buttons, 0, Qt::AlignTop);
    return head;
}

void DetailsPane::addTabs()
{
    m_tabs->setObjectName(QStringLiteral("detailsTabs"));
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDocumentMode(true);
    m_timing->setWidget(m_waterfall);
    m_timing->setWidgetResizable(true);
    m_timing->setFrameShape(QFrame::NoFrame);
    m_timing->setFocusPolicy(Qt::NoFocus); // what is in it has it
    m_tabs->addTab(m_timing, tr("Timing"));
    m_tabs->addTab(m_redirects, tr("Redirects"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_certificate, tr("Certificate"));
    m_tabs->addTab(m_history, tr("History"));
    m_redirects->setAccessibleName(tr("Redirects"));
    m_redirects->setObjectName(QStringLiteral("redirects"));
    m_headers->setAccessibleName(tr("Response headers"));
    m_headers->setObjectName(QStringLiteral("headers"));
    m_certificate->setAccessibleName(tr("Certificate"));
    m_certificate->setObjectName(QStringLiteral("certificate"));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (!m_isFilling)
            m_wanted = m_tabs->widget(tab);
    });
}

void DetailsPane::showRow(const ResultRow *row)
{
    const ResultRow next = row ? *row : ResultRow();
    const bool isTheSame = row && next.id == m_row.id && next.state == m_row.state &&
                           next.result == m_row.result && next.entry == m_row.entry;
    if (isTheSame)
        return; // others change a thousand times a second
    m_row = next;
    m_url->setVisible(row);
    m_buttons->setVisible(row);
    m_tabs->setVisible(row);
    m_sentence->setText(row ? situationSentence(next) : tr("Select a row to see more about it."));
    m_history->showUrl(next.entry.url);
    if (!row)
        return;
    m_url->setText(QString::fromUtf8(redacted(next.entry.url)));
    if (next.result)
        showResult(resultOf(next));
    else
        hideResult();
    showWantedTab();
    if (next.result)
        Q_EMIT answerWanted(next.id);
}

void DetailsPane::showResult(const CheckResult &result)
{
    m_waterfall->showResult(result);
    showTab(m_timing, !m_waterfall->isEmpty());
    const QList<QStringList> hops = redirectLines(result);
    m_redirects->setRows(hops);
    showTab(m_redirects, !hops.isEmpty());
    showTab(m_headers, false);
    showCertificates(result, {});
}

void DetailsPane::hideResult()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        showTab(m_tabs->widget(tab), m_tabs->widget(tab) == m_history);
}

void DetailsPane::showCertificates(const CheckResult &result, const QList<CertificateFacts> &certificates)
{
    const QList<QStringList> lines = certificateLines(result, certificates, QDateTime::currentDateTimeUtc());
    m_certificate->setRows(lines);
    showTab(m_certificate, !lines.isEmpty());
}

void DetailsPane::showAnswer(qint64 id, const StoredAnswer &answer)
{
    if (id != m_row.id || !m_row.result)
        return;
    m_headers->setRows(headerLines(answer.responseHeaders));
    showTab(m_headers, !answer.responseHeaders.isEmpty());
    showCertificates(resultOf(m_row), answer.certificates);
    showWantedTab();
}

void DetailsPane::showTab(QWidget *page, bool isShown)
{
    m_isFilling = true;
    m_tabs->setTabVisible(m_tabs->indexOf(page), isShown);
    m_isFilling = false;
}

// The one that was chosen, or else the first that is there; the last one always is.
void DetailsPane::showWantedTab()
{
    int shown = m_wanted ? m_tabs->indexOf(m_wanted) : 0;
    if (!m_tabs->isTabVisible(shown)) {
        shown = 0;
        while (!m_tabs->isTabVisible(shown))
            ++shown;
    }
    m_isFilling = true;
    m_tabs->setCurrentIndex(shown);
    m_isFilling = false;
}

} // namespace rollcall
