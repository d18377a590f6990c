// SPDX-License-Identifier: MIT
#include "ui/statustile.h"

#include "ui/format.h"
#include "ui/outcomelook.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace rollcall {

namespace {

QString uptimeLine(const ListStatus &status)
{
    return StatusTile::tr("Uptime 24 h: %1").arg(formatUptime(status.day.uptime()));
}

QString lastCheckLine(const ListStatus &status)
{
    if (status.isBeingChecked)
        return StatusTile::tr("Being checked now");
    return StatusTile::tr("Last check: %1")
        .arg(status.lastCheck ? formatDateTime(*status.lastCheck) : unknownValue());
}

/// Writes lines below each other, each in letters of its own size.
class Lines
{
public:
    Lines(QPainter &painter, const QRectF &area, double unit) : m_painter(painter), m_area(area), m_unit(unit)
    {
    }

    void write(const QString &text, double units, const QColor &color, bool isBold = false)
    {
        const QRectF line(m_area.left(), m_area.top() + m_y, m_area.width(), units * m_unit * lineHeight);
        writeAt(line, text, units, color, isBold);
        m_y += line.height();
    }
    /// As write(), with \a icon before it.
    void write(const QIcon &icon, const QString &text, double units, const QColor &color)
    {
        const double height = units * m_unit * lineHeight;
        const double side = units * m_unit;
        const QRectF place(m_area.left(), m_area.top() + m_y + (height - side) / 2, side, side);
        icon.paint(&m_painter, place.toAlignedRect());
        const QRectF line(m_area.left() + side * 1.3, m_area.top() + m_y, m_area.width() - side * 1.3,
                          height);
        writeAt(line, text, units, color, true);
        m_y += height;
    }

private:
    static constexpr double lineHeight = 1.35;

    // What is too long for its line has smaller letters, and is cut off only when they would be too small.
    void writeAt(const QRectF &line, const QString &text, double units, const QColor &color, bool isBold)
    {
        constexpr double smallest = 0.6;
        QFont font = m_painter.font();
        font.setBold(isBold);
        font.setPixelSize(std::max(1, int(units * m_unit)));
        const auto isTooLong = [&] {
            return QFontMetricsF(font, m_painter.device()).horizontalAdvance(text) > line.width();
        };
        while (font.pixelSize() > int(smallest * units * m_unit) && isTooLong())
            font.setPixelSize(font.pixelSize() - 1);
        m_painter.setFont(font);
        m_painter.setPen(color);
        const QFontMetricsF metrics(font, m_painter.device());
        m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                           metrics.elidedText(text, Qt::ElideRight, line.width()));
    }

    QPainter &m_painter;
    const QRectF m_area;
    const double m_unit;
    double m_y = 0;
};

} // namespace

QString statusHeadline(const ListStatus &status)
{
    switch (status.worst()) {
    case Outcome::Failed:
        return StatusTile::tr("%1 failed").arg(formatCount(status.counts.failed));
    case Outcome::Warning:
        return StatusTile::tr("%1 warning(s)", nullptr, pluralNumber(status.counts.warnings))
            .arg(formatCount(status.counts.warnings));
    case Outcome::Ok:
        return status.unchecked() > 0 ? StatusTile::tr("OK so far") : StatusTile::tr("All OK");
    case Outcome::Cancelled:
        return status.counts.total > 0 ? StatusTile::tr("Not checked yet") : StatusTile::tr("No URLs");
    }
    Q_UNREACHABLE();
}

QString statusCounts(const ListStatus &status)
{
    QString text = StatusTile::tr("OK %1   Warning %2   Failed %3")
                       .arg(formatCount(status.counts.ok), formatCount(status.counts.warnings),
                            formatCount(status.counts.failed));
    if (status.unchecked() > 0)
        text = StatusTile::tr("%1   Not checked %2").arg(text, formatCount(status.unchecked()));
    return text;
}

StatusTile::StatusTile(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::PointingHandCursor);
}

void StatusTile::setStatus(const ListStatus &status)
{
    if (m_status == status && !accessibleName().isEmpty())
        return;
    m_status = status;
    const QStringList texts = {status.name, statusHeadline(status), statusCounts(status).simplified(),
                               uptimeLine(status), lastCheckLine(status)};
    setAccessibleName(texts.join(QStringLiteral(", ")));
    setToolTip(tr("Open “%1” in the window").arg(status.name));
    update();
}

QSize StatusTile::sizeHint() const
{
    return {unitsWide * fontMetrics().height(), unitsHigh * fontMetrics().height()};
}

QSize StatusTile::minimumSizeHint() const
{
    return sizeHint() * 3 / 4;
}

// QAbstractButton leaves Enter to dialogs.
void StatusTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void StatusTile::paintEvent(QPaintEvent * /*event*/)
{
    const double unit = std::min(double(width()) / unitsWide, double(height()) / unitsHigh);
    const Outcome worst = m_status.worst();
    const QColor tone = toneColor(toneOf(worst), palette());
    const QColor text = palette().color(QPalette::Text);

    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRectF(0, 0, unit / 2, height()), tone);
    painter.setPen(palette().color(isDown() ? QPalette::Highlight : QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));

    constexpr double textHeight = 8.4; // of the lines below, in units
    Lines lines(painter,
                QRectF(unit * 1.2, (height() - unit * textHeight) / 2, width() - unit * 1.8, height()), unit);
    lines.write(m_status.name, 1.3, text);
    lines.write(outcomeIcon(worst), statusHeadline(m_status), 2.2, tone);
    lines.write(statusCounts(m_status), 0.9, text);
    lines.write(uptimeLine(m_status), 0.9, text);
    lines.write(lastCheckLine(m_status), 0.9, text);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect().adjusted(3, 3, -3, -3);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace rollcall
