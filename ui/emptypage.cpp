// SPDX-License-Identifier: MIT
#include "ui/emptypage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace rollcall {

namespace {

QPushButton *buttonFor(QAction *action)
{
    auto *button = new QPushButton(action->icon(), action->iconText());
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

EmptyPage::EmptyPage(QAction *import, QAction *paste, QWidget *parent) : QWidget(parent)
{
    auto *sentence = new QLabel(tr("No URLs yet. Import a list, paste URLs, or drop a file here."));
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setWordWrap(true);
    QFont larger = sentence->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.2);
    sentence->setFont(larger);

    auto *sample = new QPushButton(tr("Try the sample list"));
    sample->setToolTip(tr("Adds a few well-known sites, so that you can see how a check looks"));
    connect(sample, &QPushButton::clicked, this, &EmptyPage::sampleWanted);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(buttonFor(import));
    buttons->addWidget(buttonFor(paste));
    buttons->addWidget(sample);
    buttons->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(sentence);
    layout->addLayout(buttons);
    layout->addStretch(3);
}

} // namespace rollcall
