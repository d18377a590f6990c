// SPDX-License-Identifier: MIT
#include "ui/entrydialog.h"

#include "core/monitor/schedule.h"
#include "core/url/durations.h"
#include "core/url/normalizeurl.h"
#include "ui/symbolicon.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace rollcall {

QStringList tagsFromText(const QString &text)
{
    QStringList tags;
    for (const QString &tag : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString plain = tag.simplified(); !plain.isEmpty() && !tags.contains(plain))
            tags.append(plain);
    }
    return tags;
}

EntryDialog::EntryDialog(const UrlEntry &entry, QWidget *parent)
    : QDialog(parent),
      m_entry(entry),
      m_url(new QLineEdit(QString::fromUtf8(entry.url))),
      m_problem(new QLabel),
      m_name(new QLineEdit(entry.details().name)),
      m_group(new QLineEdit(entry.details().group)),
      m_tags(new QLineEdit(entry.details().tags.join(QStringLiteral(", ")))),
      m_note(new QPlainTextEdit(entry.details().note)),
      m_interval(
          new QLineEdit(entry.details().interval ? durationText(*entry.details().interval) : QString())),
      m_isEnabled(new QCheckBox(tr("&Check it with the list")))
{
    setWindowTitle(tr("Edit URL"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_url->setObjectName(QStringLiteral("entryUrl"));
    m_name->setObjectName(QStringLiteral("entryName"));
    m_group->setObjectName(QStringLiteral("entryGroup"));
    m_tags->setObjectName(QStringLiteral("entryTags"));
    m_note->setObjectName(QStringLiteral("entryNote"));
    m_interval->setObjectName(QStringLiteral("entryInterval"));
    m_interval->setPlaceholderText(tr("as the list's schedule says"));
    m_interval->setToolTip(
        tr("How often the URL is checked while its list is watched: 10s to 366 days, as in 90s or 5m"));
    m_isEnabled->setObjectName(QStringLiteral("entryEnabled"));
    m_tags->setPlaceholderText(tr("live, shop"));
    m_note->setTabChangesFocus(true);
    m_isEnabled->setChecked(!entry.details().isDisabled);
    QPalette alarmed = m_problem->palette();
    alarmed.setColor(QPalette::WindowText, toneColor(Tone::Failed, alarmed));
    m_problem->setPalette(alarmed);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *form = new QFormLayout(this);
    form->addRow(tr("&URL:"), m_url);
    form->addRow(QString(), m_problem);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Group:"), m_group);
    form->addRow(tr("&Tags:"), m_tags);
    form->addRow(tr("N&ote:"), m_note);
    form->addRow(tr("&Watch every:"), m_interval);
    form->addRow(QString(), m_isEnabled);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &EntryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    resize(520, 340);
}

EntryDetails EntryDialog::details() const
{
    EntryDetails details = m_entry.details();
    details.name = m_name->text().trimmed();
    details.group = m_group->text().trimmed();
    details.tags = tagsFromText(m_tags->text());
    details.note = m_note->toPlainText().trimmed();
    details.interval = durationFromText(m_interval->text());
    details.isDisabled = !m_isEnabled->isChecked();
    return details;
}

void EntryDialog::refuse(QLineEdit *field, const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
    field->setFocus();
}

void EntryDialog::accept()
{
    const auto reading = normalizeUrl(m_url->text());
    if (const auto *problem = std::get_if<UrlProblem>(&reading)) {
        refuse(m_url, problemSentence(*problem));
        return;
    }
    const auto interval = durationFromText(m_interval->text());
    if (!m_interval->text().trimmed().isEmpty() && (!interval || *interval < Schedule::shortestInterval)) {
        refuse(m_interval, tr("Takes a time from 10s up, such as 90s, 5m or 1h30m."));
        return;
    }
    Q_EMIT edited(UrlEntry(std::get<NormalizedUrl>(reading).url, details()));
    QDialog::accept();
}

} // namespace rollcall
