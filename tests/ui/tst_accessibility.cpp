// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QSet>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace rollcall;
using namespace rollcall::test;

/// The window for those who do not see it, have no mouse, or need larger letters.
class TestAccessibility : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void everyControlHasANameAndAPlaceInTheTabOrder();
    void theMainCommandsAreNamedAsTheyRead();
    void theTableIsReadRowByRow();
    void theMainJobIsDoneFromTheKeyboardAlone();
    void nothingIsClippedWithLargeLetters();

private:
    void checkAll(const QList<QByteArray> &paths)
    {
        import(paths);
        QTest::keyClick(table(), Qt::Key_F5);
        QTRY_VERIFY(!outcomes().contains(QStringLiteral("Not checked")) &&
                    !outcomes().contains(QStringLiteral("Running")) &&
                    !outcomes().contains(QStringLiteral("Queued")));
    }
    /// What a person can act on, without the parts of it that Qt makes.
    QList<QWidget *> controls() const
    {
        QList<QWidget *> controls;
        for (auto *widget : m_window->findChildren<QWidget *>()) {
            const bool isControl =
                qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget) ||
                qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QTabBar *>(widget);
            if (isControl && widget->isVisible() && widget->isEnabled() && !isPartOfAnother(widget))
                controls.append(widget);
        }
        return controls;
    }
    static bool isPartOfAnother(const QWidget *widget)
    {
        const QWidget *parent = widget->parentWidget();
        return qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent) ||
               qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QTabBar *>(parent) ||
               qobject_cast<const QMenuBar *>(parent) || widget->inherits("QHeaderView") ||
               widget->inherits("QToolBarExtension") || widget->inherits("QTableCornerButton");
    }
    static QString describe(const QWidget *widget)
    {
        return QStringLiteral("%1 \"%2\"")
            .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
    }
};

void TestAccessibility::everyControlHasANameAndAPlaceInTheTabOrder()
{
    checkAll({"/10", "/missing"});
    table()->selectRow(1);
    QSet<const QWidget *> reached;
    const QWidget *first = table();
    for (QWidget *widget = table();;) {
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible())
            reached.insert(widget);
        widget = widget->nextInFocusChain();
        if (widget == first)
            break;
    }
    const QList<QWidget *> all = controls();
    QVERIFY(all.size() > 12);
    for (QWidget *control : all) {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(control);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(describe(control)));
        QVERIFY2(reached.contains(control), qPrintable(describe(control)));
    }
}

void TestAccessibility::theMainCommandsAreNamedAsTheyRead()
{
    import({"/10"});
    for (const char *name : {"Check all", "Check selected", "Stop", "Import…", "Export…"}) {
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(button(name));
        QCOMPARE(accessible->text(QAccessible::Name), QString::fromUtf8(name));
    }
}

void TestAccessibility::theTableIsReadRowByRow()
{
    checkAll({"/10", "/missing"});
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(table());
    QVERIFY(accessible && accessible->tableInterface());
    QAccessibleTableInterface &cells = *accessible->tableInterface();
    QCOMPARE(cells.rowCount(), 2);
    const auto said = [&cells](int row, ResultColumn column) {
        return cells.cellAt(row, columnOf(column))->text(QAccessible::Name);
    };
    QCOMPARE(said(0, ResultColumn::Outcome), QStringLiteral("OK"));
    QCOMPARE(said(0, ResultColumn::Url), list({"/10"}).trimmed());
    QCOMPARE(said(0, ResultColumn::HttpStatus), QStringLiteral("200"));
    QCOMPARE(said(0, ResultColumn::Bytes), QStringLiteral("10 B"));
    QVERIFY(said(0, ResultColumn::Time).endsWith(QLatin1Char('s')));
    QCOMPARE(said(0, ResultColumn::TlsVersion), QStringLiteral("unknown"));
    QCOMPARE(said(1, ResultColumn::Error), QStringLiteral("Client error"));
    QCOMPARE(cells.columnDescription(columnOf(ResultColumn::Bytes)), QStringLiteral("Bytes"));
    QVERIFY2(cells.rowDescription(0).startsWith(
                 QStringLiteral("OK, %1, 200, 10 B, ").arg(list({"/10"}).trimmed())),
             qPrintable(cells.rowDescription(0)));
    QVERIFY(cells.rowDescription(1).startsWith(QStringLiteral("Failed, ")));
    QVERIFY(cells.rowDescription(1).endsWith(QStringLiteral(", Client error")));
    table()->sortByColumn(columnOf(ResultColumn::Outcome), Qt::AscendingOrder);
    QVERIFY(cells.rowDescription(0).startsWith(QStringLiteral("Failed, ")));
}

void TestAccessibility::theMainJobIsDoneFromTheKeyboardAlone()
{
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    m_window->activateWindow();
    QGuiApplication::clipboard()->setText(list({"/10", "/missing", "/30"}));
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 3);
    for (int steps = 0; !table()->hasFocus(); ++steps) {
        QVERIFY(steps < 50);
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key_Tab);
    }
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed|OK"));
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Down);
    QTRY_VERIFY(find<QLabel>("detailsSentence")->text().startsWith(QStringLiteral("Client error: ")));
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("/30"));
    QTRY_COMPARE(rows(), 1);
    press(Qt::Key_Return); // back to the table
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), list({"/30"}));
    press(Qt::Key_Delete);
    QTRY_COMPARE(rows(), 0);
}

void TestAccessibility::nothingIsClippedWithLargeLetters()
{
    closeWindow();
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 1.75);
    QApplication::setFont(large);
    openWindow();
    m_window->resize(2000, 1200);
    checkAll({"/10", "/missing"});
    table()->selectRow(1);
    QCoreApplication::processEvents();
    for (const QWidget *control : controls()) {
        const QSize least = control->minimumSizeHint();
        QVERIFY2(control->height() >= least.height() && control->width() >= least.width(),
                 qPrintable(describe(control)));
        QVERIFY2(m_window->rect().contains(QRect(control->mapTo(m_window.get(), QPoint()), control->size())),
                 qPrintable(describe(control)));
    }
    for (const auto *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->wordWrap())
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
    }
    QVERIFY(table()->rowHeight(0) > table()->fontMetrics().height());
    QApplication::setFont(usual);
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
