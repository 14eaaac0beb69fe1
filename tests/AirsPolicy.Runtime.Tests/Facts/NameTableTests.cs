using System.Text;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Tests.Facts;

public sealed class NameTableTests
{
    public static TheoryData<string[]> Tables =>
    [
        [],
        [""],
        ["id"],
        ["args", "tool", "user", "agent", "session", "request", "now", "today"],
        ["größe", "名前", "a b", "\"quoted\""],
        // The hash reads the length and three bytes, which are the same in all of these.
        ["abcde", "aXcde", "abcXe", "aXcXe"],
        [.. Enumerable.Range(0, 300).Select(i => $"member_{i}")],
    ];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_finds_each_of_its_names_and_no_other(string[] names)
    {
        var table = new NameTable(names);
        Assert.Equal(names.Length, table.Count);
        Assert.Equal(Enumerable.Range(0, names.Length), names.Select(name => table.Find(Encoding.UTF8.GetBytes(name))));
        string[] others = ["x", "ID", "arg", "args ", "abXde", .. names.Select(name => name + "_")];
        Assert.All(others, name => Assert.Equal(-1, table.Find(Encoding.UTF8.GetBytes(name))));
    }

    [Theory]
    [InlineData("id", true)]
    [InlineData("größe", true)]
    [InlineData("", true)]
    [InlineData("a\\", false)]
    [InlineData("a\"b", false)]
    [InlineData("a\nb", false)]
    public void A_name_stands_in_json_as_it_is_only_where_json_writes_it_so(string name, bool isPlain)
    {
        var table = new NameTable(["other", name]);
        var json = Encoding.UTF8.GetBytes(name + "\" ");
        Assert.Equal(isPlain ? 1 : -1, table.FindPlain(Encoding.UTF8.GetBytes(name)));
        Assert.Equal(isPlain, table.StandsAt(json, 0, 1, out _));
        Assert.False(table.StandsAt(json.AsSpan()[..^2], 0, 1, out _));
        Assert.False(table.StandsAt(Encoding.UTF8.GetBytes(name + "x\""), 0, 1, out _));
    }
}
