// SPDX-License-Identifier: MIT
#include "ui/entrydialog.h"

#include "core/url/normalizeurl.h"
#include "ui/entrycheckform.h"
#include "ui/entryrequestform.h"
#include "ui/namelist.h"
#include "ui/symbolicon.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

namespace rollcall {

EntryDialog::EntryDialog(const UrlEntry &entry, QWidget *parent)
    : QDialog(parent),
      m_entry(entry),
      m_url(new QLineEdit(QString::fromUtf8(entry.url))),
      m_problem(new QLabel),
      m_name(new QLineEdit(entry.details().name)),
      m_group(new QLineEdit(entry.details().group)),
      m_tags(new QLineEdit(namesText(entry.details().tags))),
      m_note(new QPlainTextEdit(entry.details().note)),
      m_isEnabled(new QCheckBox(tr("&Check it with the list"))),
      m_check(new EntryCheckForm(entry.details())),
      m_request(new EntryRequestForm(entry.details())),
      m_tabs(new QTabWidget)
{
    setWindowTitle(tr("Edit URL"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_url->setObjectName(QStringLiteral("entryUrl"));
    m_name->setObjectName(QStringLiteral("entryName"));
    m_group->setObjectName(QStringLiteral("entryGroup"));
    m_tags->setObjectName(QStringLiteral("entryTags"));
    m_note->setObjectName(QStringLiteral("entryNote"));
    m_isEnabled->setObjectName(QStringLiteral("entryEnabled"));
    m_tags->setPlaceholderText(tr("live, shop"));
    m_note->setTabChangesFocus(true);
    m_isEnabled->setChecked(!entry.details().isDisabled);
    QPalette alarmed = m_problem->palette();
    alarmed.setColor(QPalette::WindowText, toneColor(Tone::Failed, alarmed));
    m_problem->setPalette(alarmed);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *general = new QWidget;
    auto *form = new QFormLayout(general);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Group:"), m_group);
    form->addRow(tr("&Tags:"), m_tags);
    form->addRow(tr("N&ote:"), m_note);
    form->addRow(QString(), m_isEnabled);
    m_tabs->setObjectName(QStringLiteral("entryTabs"));
    m_tabs->addTab(general, tr("General"));
    m_tabs->addTab(m_check, tr("Check"));
    m_tabs->addTab(m_request, tr("Request"));

    auto *address = new QFormLayout;
    address->addRow(tr("&URL:"), m_url);
    address->addRow(QString(), m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &EntryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(address);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    resize(540, 400);
}

EntryDetails EntryDialog::generalDetails() const
{
    EntryDetails details = m_entry.details();
    details.name = m_name->text().trimmed();
    details.group = m_group->text().trimmed();
    details.tags = namesFromText(m_tags->text());
    details.note = m_note->toPlainText().trimmed();
    details.isDisabled = !m_isEnabled->isChecked();
    return details;
}

void EntryDialog::refuse(const FieldProblem &problem)
{
    m_problem->setText(problem.sentence);
    m_problem->show();
    for (QWidget *form : {static_cast<QWidget *>(m_check), static_cast<QWidget *>(m_request)}) {
        if (form->isAncestorOf(problem.field))
            m_tabs->setCurrentWidget(form);
    }
    problem.field->setFocus();
}

void EntryDialog::accept()
{
    const auto reading = normalizeUrl(m_url->text());
    if (const auto *problem = std::get_if<UrlProblem>(&reading)) {
        refuse(FieldProblem(m_url, problemSentence(*problem)));
        return;
    }
    EntryDetails details = generalDetails();
    std::optional<FieldProblem> problem = m_check->take(details);
    if (!problem)
        problem = m_request->take(details);
    if (problem) {
        refuse(*problem);
        return;
    }
    Q_EMIT edited(UrlEntry(std::get<NormalizedUrl>(reading).url, details));
    QDialog::accept();
}

} // namespace rollcall
