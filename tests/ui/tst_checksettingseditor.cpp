// SPDX-License-Identifier: MIT
#include "core/check/ruletext.h"
#include "ui/checksettingseditor.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace rollcall;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCheckSettingsEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatIsShownComesBack();
    void whatIsTypedIsTaken();
    void whatIsTypedCountsBeforeTheFieldIsLeft();
    void timesAndRatesHaveAWordForNone();
    void aWrongTextSaysSoAtItsFieldAndCountsAsBefore_data();
    void aWrongTextSaysSoAtItsFieldAndCountsAsBefore();
    void aWrongHeaderIsNamedByItsLine();
    void aProxyIsAskedForOnlyWhereThereIsOne();
    void aFileThatIsMissingIsSaid();
    void acceptingAnyCertificateWarns();
    void theFirstWrongFieldGetsTheFocus();
    void everyFieldHasANameAndAHelpText();
    void showingSettingsIsNoEdit();

private:
    template <class Field>
    Field *field(const char *name) const
    {
        auto *found = m_editor->findChild<Field *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no field %s", name);
        return found;
    }
    void type(const char *name, const QString &text) const;
    QString problem(const char *name) const;

    std::unique_ptr<CheckSettingsEditor> m_editor;
};

void TestCheckSettingsEditor::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCheckSettingsEditor::init()
{
    m_editor = std::make_unique<CheckSettingsEditor>();
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
}

void TestCheckSettingsEditor::cleanup()
{
    m_editor.reset();
}

void TestCheckSettingsEditor::type(const char *name, const QString &text) const
{
    auto *widget = field<QWidget>(name);
    for (int page = 0; page < m_editor->count(); ++page) {
        if (m_editor->widget(page)->isAncestorOf(widget))
            m_editor->setCurrentIndex(page);
    }
    widget->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    for (const QChar character : text) {
        if (character == u'\n' || character == u'\t')
            QTest::keyClick(QApplication::focusWidget(), character == u'\n' ? Qt::Key_Return : Qt::Key_Tab);
        else
            QTest::keyClicks(QApplication::focusWidget(), QString(character));
    }
}

QString TestCheckSettingsEditor::problem(const char *name) const
{
    const auto *label = field<QLabel>((QByteArray(name) + "Problem").constData());
    return label->isVisible() ? label->text() : QString();
}

void TestCheckSettingsEditor::whatIsShownComesBack()
{
    QCOMPARE(m_editor->settings(), CheckSettings());
    CheckSettings settings;
    settings.limits = CheckLimits(7, 3);
    settings.limits.rate = 2.5;
    settings.limits.ratePerHost = 0.001;
    settings.timeout = 1234ms;
    settings.connectTimeout = 555ms;
    settings.firstByteTimeout = 700ms;
    settings.idleTimeout = 100ms;
    settings.method = HttpMethod::Post; // the editor has no such choice
    settings.body = "kept";
    settings.maxRedirects = 0;
    settings.maxBodyBytes = 10'001;
    settings.retries = 4;
    settings.headers = {{"Accept", "text/html"}, {"X-Name", "Zürich"}};
    settings.userAgent = "Mozilla/5.0";
    settings.allowDowngrade = true;
    settings.transport.engine = EngineKind::Qt;
    settings.transport.verifyTls = false;
    settings.transport.allowHttp2 = false;
    settings.transport.proxy = *ProxySetting::fromText(u"socks5://user:p%40ss@127.0.0.1:1080"_s);
    settings.transport.ipVersion = IpVersion::V6;
    settings.politeness.giveUpAfter = 0;
    settings.politeness.secondRound = false;
    settings.rules.general.accept = StatusRanges{{200, 200}, {404, 410}};
    settings.rules.patterns = {PatternRules("*", Rules())};
    m_editor->setSettings(settings);
    QCOMPARE(m_editor->settings(), settings);
    QVERIFY(m_editor->isRight());
}

void TestCheckSettingsEditor::whatIsTypedIsTaken()
{
    QSignalSpy edited(m_editor.get(), &CheckSettingsEditor::edited);
    type("settingAtOnce", u"77\t"_s);
    type("settingTimeout", u"4.5\t"_s);
    type("settingStatuses", u"200, 301-399"_s);
    type("settingMaxBody", u"500 KiB"_s);
    type("settingHeaders", u"Accept: text/html\n\n X-Test:  1 "_s);
    type("settingUserAgent", u"  Tester  "_s);
    const CheckSettings settings = m_editor->settings();
    QCOMPARE(settings.limits.concurrency, 77);
    QCOMPARE(settings.timeout, 4500ms);
    QCOMPARE(settings.rules.general.accept, (StatusRanges{{200, 200}, {301, 399}}));
    QCOMPARE(settings.maxBodyBytes, 512'000);
    QCOMPARE(settings.headers, (QList<HeaderField>{{"Accept", "text/html"}, {"X-Test", "1"}}));
    QCOMPARE(settings.userAgent, QByteArray("Tester"));
    QVERIFY(!edited.isEmpty());
}

void TestCheckSettingsEditor::whatIsTypedCountsBeforeTheFieldIsLeft()
{
    type("settingAtOnce", u"9"_s);
    QVERIFY(field<QSpinBox>("settingAtOnce")->hasFocus());
    QCOMPARE(m_editor->settings().limits.concurrency, 9);
}

void TestCheckSettingsEditor::timesAndRatesHaveAWordForNone()
{
    const auto *rate = field<QAbstractSpinBox>("settingRate");
    QCOMPARE(rate->text(), u"no limit"_s);
    type("settingRate", u"2.5\t"_s);
    QCOMPARE(m_editor->settings().limits.rate, 2.5);
    QCOMPARE(rate->text(), u"2.5/s"_s);
    type("settingRate", u"0\t"_s);
    QCOMPARE(m_editor->settings().limits.rate, std::nullopt);
    QCOMPARE(rate->text(), u"no limit"_s);
    type("settingIdleTimeout", u"0.05\t"_s); // less than the engine takes, and more than none
    QCOMPARE(m_editor->settings().idleTimeout, 100ms);
    QVERIFY(!validate(m_editor->settings()));
}

void TestCheckSettingsEditor::aWrongTextSaysSoAtItsFieldAndCountsAsBefore_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("statuses") << QByteArray("settingStatuses") << u"often"_s << u"This takes status codes"_s;
    QTest::newRow("no status") << QByteArray("settingStatuses") << u" "_s << u"This takes status codes"_s;
    QTest::newRow("bytes") << QByteArray("settingMaxBody") << u"64 parsecs"_s
                           << u"This takes a number of bytes"_s;
    QTest::newRow("too many bytes") << QByteArray("settingMaxBody") << u"9000T"_s
                                    << u"This takes a number of bytes"_s;
}

void TestCheckSettingsEditor::aWrongTextSaysSoAtItsFieldAndCountsAsBefore()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, text);
    QFETCH(QString, beginning);
    QVERIFY(problem(name.constData()).isEmpty());
    type(name.constData(), text);
    QVERIFY2(problem(name.constData()).startsWith(beginning), qPrintable(problem(name.constData())));
    QVERIFY(field<QWidget>(name.constData())->accessibleDescription().startsWith(beginning));
    QCOMPARE(m_editor->settings(), CheckSettings());
    QVERIFY(!m_editor->isRight());
    m_editor->setSettings(CheckSettings());
    QVERIFY(problem(name.constData()).isEmpty());
}

void TestCheckSettingsEditor::aWrongHeaderIsNamedByItsLine()
{
    type("settingHeaders", u"Accept: text/html\nno colon"_s);
    QVERIFY(problem("settingHeaders").startsWith(u"Line 2 is no header"));
    QVERIFY(m_editor->settings().headers.isEmpty());
    type("settingHeaders", u"Accept: text/html"_s);
    QVERIFY(problem("settingHeaders").isEmpty());
    QCOMPARE(m_editor->settings().headers.size(), 1);
}

void TestCheckSettingsEditor::aProxyIsAskedForOnlyWhereThereIsOne()
{
    auto *kind = field<QComboBox>("settingProxy");
    const auto *address = field<QLineEdit>("settingProxyAddress");
    QVERIFY(!address->isEnabled());
    kind->setCurrentIndex(kind->findText(u"this one:"_s));
    QVERIFY(address->isEnabled());
    QVERIFY(!m_editor->isRight());
    QCOMPARE(m_editor->settings().transport.proxy, ProxySetting());
    type("settingProxyAddress", u"proxy.example"_s);
    QVERIFY(problem("settingProxyAddress").startsWith(u"This takes the URL of a proxy"));
    type("settingProxyAddress", u"http://proxy.example"_s);
    QVERIFY(m_editor->isRight());
    QCOMPARE(m_editor->settings().transport.proxy, *ProxySetting::fromText(u"http://proxy.example:8080"_s));
    kind->setCurrentIndex(kind->findText(u"none"_s));
    QCOMPARE(m_editor->settings().transport.proxy, ProxySetting(ProxySetting::Kind::None));
}

void TestCheckSettingsEditor::aFileThatIsMissingIsSaid()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"own.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    type("settingCaFile", u"/no/such.pem"_s);
    QVERIFY(problem("settingCaFile").startsWith(u"There is no file /no/such.pem."));
    QVERIFY(m_editor->settings().transport.caFile.isEmpty());
    type("settingCaFile", folder.path());
    QVERIFY(problem("settingCaFile").contains(u"cannot be read"));
    type("settingCaFile", file.fileName());
    QVERIFY(problem("settingCaFile").isEmpty());
    QCOMPARE(m_editor->settings().transport.caFile, file.fileName());
}

void TestCheckSettingsEditor::acceptingAnyCertificateWarns()
{
    auto *insecure = field<QCheckBox>("settingInsecure");
    m_editor->setCurrentIndex(m_editor->count() - 1);
    const auto *warning = field<QLabel>("settingInsecureWarning");
    QVERIFY(!warning->isVisible());
    QTest::mouseClick(insecure, Qt::LeftButton, {}, QPoint(5, insecure->height() / 2));
    QVERIFY(warning->isVisible());
    QVERIFY(!m_editor->settings().transport.verifyTls);
}

void TestCheckSettingsEditor::theFirstWrongFieldGetsTheFocus()
{
    type("settingStatuses", u"x"_s);
    m_editor->setCurrentIndex(0);
    QVERIFY(!m_editor->isRight());
    QCOMPARE(m_editor->currentIndex(), 1);
    QVERIFY(field<QLineEdit>("settingStatuses")->hasFocus());
}

void TestCheckSettingsEditor::everyFieldHasANameAndAHelpText()
{
    int count = 0;
    for (const auto *widget : m_editor->findChildren<QWidget *>()) {
        if (!widget->objectName().startsWith(u"setting") || qobject_cast<const QLabel *>(widget))
            continue;
        const auto *box = qobject_cast<const QCheckBox *>(widget);
        QVERIFY2(!(box ? box->text() : widget->accessibleName()).isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
        ++count;
    }
    QVERIFY(count >= 20);
}

void TestCheckSettingsEditor::showingSettingsIsNoEdit()
{
    QSignalSpy edited(m_editor.get(), &CheckSettingsEditor::edited);
    CheckSettings settings;
    settings.retries = 7;
    settings.userAgent = "x";
    m_editor->setSettings(settings);
    QVERIFY(edited.isEmpty());
}

QTEST_MAIN(TestCheckSettingsEditor)
#include "tst_checksettingseditor.moc"
