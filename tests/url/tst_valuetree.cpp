// SPDX-License-Identifier: MIT
#include "core/url/valuetree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

ValueTree treeOf(const QByteArray &json)
{
    return ValueTree(QJsonDocument::fromJson(json).object());
}

} // namespace

class TestValueTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatJsonHolds();
    void findsMembersByName();
    void whatIsNotThereIsUndefined();
    void ofTwoMembersWithOneNameTheLastIsFound();
    void scalarsAreAsWritten();
    void visitsWhatIsInside();
    void takesValuesOfOtherTrees();
    void isMadeAnew();
};

void TestValueTree::keepsWhatJsonHolds()
{
    const QJsonObject object =
        QJsonDocument::fromJson(R"({"a":[1,2.5,"",[],{}],"b":{"c":null,"d":true},"ü":"ä\n"})").object();
    QCOMPARE(ValueTree(object).root().toJson(), QJsonValue(object));
}

void TestValueTree::findsMembersByName()
{
    const ValueTree tree = treeOf(R"({"a":{"x":"1"},"b":[{"x":"2"}],"x":"3"})");
    QCOMPARE(tree.root()["x"_L1].text().toString(), u"3"_s);
    QCOMPARE(tree.root()["a"_L1]["x"_L1].text().toString(), u"1"_s);
    QCOMPARE((*tree.root()["b"_L1].begin())["x"_L1].text().toString(), u"2"_s);
}

void TestValueTree::whatIsNotThereIsUndefined()
{
    const ValueTree tree = treeOf(R"({"a":"x","b":null})");
    QVERIFY(tree.root()["c"_L1].isUndefined());
    QVERIFY(tree.root()["c"_L1]["d"_L1].isUndefined());
    QVERIFY(tree.root()["a"_L1]["d"_L1].isUndefined());
    QVERIFY(!tree.root()["b"_L1].isUndefined() && tree.root()["b"_L1].isNothing());
    QVERIFY(tree.root()["c"_L1].text().isEmpty());
    QCOMPARE(tree.root()["c"_L1].size(), 0);
    QVERIFY(ValueTree().root().isUndefined());
}

void TestValueTree::ofTwoMembersWithOneNameTheLastIsFound()
{
    ValueTree tree;
    tree.beginObject();
    tree.key(u"a");
    tree.scalar(ValueType::Text, u"first");
    tree.key(u"a");
    tree.scalar(ValueType::Text, u"second");
    tree.end();
    QCOMPARE(tree.root()["a"_L1].text().toString(), u"second"_s);
}

void TestValueTree::scalarsAreAsWritten()
{
    const ValueTree tree = treeOf(R"({"n":-1.5,"b":false,"t":"1"})");
    QCOMPARE(tree.root()["n"_L1].notation().toString(), u"-1.5"_s);
    QCOMPARE(tree.root()["b"_L1].notation().toString(), u"false"_s);
    QCOMPARE(tree.root()["t"_L1].notation().toString(), u"1"_s);
    QVERIFY(tree.root()["n"_L1].text().isEmpty()); // no text, though it has one
}

void TestValueTree::visitsWhatIsInside()
{
    const ValueTree tree = treeOf(R"({"a":[["1"],"2"],"b":{"c":"3"},"d":"4"})");
    QStringList keys;
    for (const ValueView member : tree.root())
        keys.append(member.key().toString());
    QCOMPARE(keys, (QStringList{u"a"_s, u"b"_s, u"d"_s}));
    QCOMPARE(tree.root().size(), 3);
    QCOMPARE(tree.root()["a"_L1].size(), 2);
    QCOMPARE(tree.root()["d"_L1].size(), 0);
}

void TestValueTree::takesValuesOfOtherTrees()
{
    const ValueTree other = treeOf(R"({"a":{"b":["1",{"c":"2"}]}})");
    ValueTree tree;
    tree.beginArray();
    tree.append(other.root()["a"_L1]);
    tree.append(QJsonValue(5));
    tree.end();
    QCOMPARE(QJsonDocument(tree.root().toJson().toArray()).toJson(QJsonDocument::Compact),
             R"([{"b":["1",{"c":"2"}]},5])");
}

void TestValueTree::isMadeAnew()
{
    ValueTree tree = treeOf(R"({"a":"x"})");
    tree.clear();
    QVERIFY(tree.root().isUndefined());
    tree.beginArray();
    tree.end();
    QVERIFY(tree.root().isArray());
    QCOMPARE(tree.textSize(), 0);
    QCOMPARE(tree.valueCount(), std::size_t(1));
}

QTEST_APPLESS_MAIN(TestValueTree)
#include "tst_valuetree.moc"
