using System.Text;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary>Whatever lies in a folder of policies: one clear diagnostic, exit code 1, and neither time nor memory without bound.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Header = "policy shop\nsystem s { owner \"o\" }\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("", "AIRS1102")]
    [InlineData("\n\n// nothing\n", "AIRS1102")]
    [InlineData("\u0000", "AIRS2902")]
    [InlineData(Header + "fact x: int\nfact x: text\ncontrol c { at output  when x > 5 then block }\n", "AIRS2005")]
    [InlineData(Header + "fact am\u043Eunt: int\ncontrol c { at output  when amount > 5 then block }\n", "AIRS1012")]
    [InlineData(Header + "control c { at output  when text contains \"p\u0430y\" then block }\n", "AIRS1030")]
    [InlineData(Header + "control c { at output  when text contains \"a\u202Eb\" then block }\n", "AIRS1011")]
    [InlineData(Header + "control c { at output  when text matches /a\u2066b/ then block }\n", "AIRS1011")]
    [InlineData(Header + "control c { at output  always block } // \u202E { etirw\n", "AIRS1011")]
    public void A_text_that_is_no_policy_or_hides_something_is_one_finding(string content, string code)
    {
        _folder.Write("a.airs", content);
        OneFinding(code);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x70, 0x00 })]
    [InlineData(new byte[] { 0x70, 0x6F, 0x6C, 0xE9, 0x20 })]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x00 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public void Bytes_that_are_not_UTF_8_are_one_finding(byte[] content)
    {
        File.WriteAllBytes(_folder.PathOf("a.airs"), content);
        OneFinding("AIRS2902");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_finding()
    {
        File.CreateSymbolicLink(_folder.PathOf("a.airs"), _folder.PathOf("nothing"));
        OneFinding("AIRS2900");
    }

    [Fact]
    public void A_file_of_100_megabytes_is_one_finding_and_is_not_read()
    {
        using (var file = File.Create(_folder.PathOf("a.airs")))
            file.SetLength(100 << 20);
        var before = GC.GetTotalAllocatedBytes();
        OneFinding("AIRS2901");
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("not ", "flagged", "")]
    [InlineData("-", "1", "")]
    public void Ten_thousand_levels_are_one_finding(string open, string middle, string close)
    {
        string Nested() => string.Concat(Enumerable.Repeat(open, 10_000)) + middle + string.Concat(Enumerable.Repeat(close, 10_000));
        _folder.Write("a.airs", $"{Header}let x = {Nested()}\n");
        OneFinding("AIRS1109");
    }

    [Theory]
    [InlineData("use")]
    [InlineData("extends")]
    public void Packages_that_take_one_another_in_are_one_finding(string word)
    {
        _folder.Write("a.airs", $"library a\n{word} b\n");
        _folder.Write("b.airs", $"library b\n{word} c\n");
        _folder.Write("c.airs", $"library c\n{word} a\n");
        OneFinding("AIRS2007");
    }

    [Fact]
    public void A_package_is_found_in_the_folders_of_libraries()
    {
        _folder.Write("policies/a.airs", "policy shop\nextends shared\nsystem s { owner \"o\" }\nset longest = 5\n");
        _folder.Write(
            "shared/b.airs",
            "library shared\nparam longest: int = 9, lower is stricter\ncontrol long { at input  when length(text) > longest then block }\n"
        );
        Assert.Contains("AIRS2006", CliRun.Of("check", _folder.PathOf("policies")).Out, StringComparison.Ordinal);
        Assert.StartsWith(
            "ok: 1 file checked\n",
            CliRun.Of("check", _folder.PathOf("policies"), "--library", _folder.PathOf("shared")).Out,
            StringComparison.Ordinal);
        var run = CliRun.With(
            """{"input":{"text":"123456"}}""",
            "eval",
            _folder.PathOf("policies"),
            "--library",
            _folder.PathOf("shared"),
            "-p",
            "input",
            "-f",
            "-");
        Assert.Contains("\"shared.long\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_of_ten_megabytes_are_a_failure_and_never_an_allow()
    {
        _folder.Write("a.airs", $"{Header}control c {{ at input  when text contains \"x\" then block }}\n");
        var facts = new StringBuilder("{\"input\":{\"text\":\"").Append('a', 10_000_000).Append("\"}}").ToString();
        var run = CliRun.With(facts, "eval", _folder.Path, "-p", "input", "-f", "-");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("\"outcome\": \"block\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"failure\"", run.Out, StringComparison.Ordinal);
        Assert.InRange(run.Out.Length, 1, 4_000);
    }

    [Theory]
    [InlineData("USD", "block")]
    [InlineData("GBP", "allow")]
    public void An_amount_in_another_currency_is_a_failure(string currency, string outcome)
    {
        _folder.Write("a.airs", $"{Header}fact paid: money GBP\ncontrol c {{ at input  when paid > 5 GBP then block }}\n");
        var run = CliRun.With($$$"""{"paid":{"amount":1,"currency":"{{{currency}}}"}}""", "eval", _folder.Path, "-p", "input", "-f", "-");
        Assert.Contains($"\"outcome\": \"{outcome}\"", run.Out, StringComparison.Ordinal);
        Assert.Equal(outcome == "block", run.Out.Contains("\"failure\"", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private void OneFinding(string code)
    {
        var run = CliRun.Of("check", _folder.Path);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Empty(run.Error);
        Assert.True(
            run.Out.Split($" {code}: ").Length == 2 && run.Out.Split(" AIRS").Length == 2,
            run.Out[..Math.Min(run.Out.Length, 2_000)]);
        Assert.InRange(run.Out.Length, 1, 4_000);
    }

    [Fact]
    public void What_is_no_number_is_said_to_be_none_whatever_the_command()
    {
        var checkedOptions = 0;
        foreach (var (words, command) in CommandTree.All())
        {
            foreach (var option in command.Options.Where(option => IsNumber(option.ValueType)))
            {
                var run = CliRun.Of([.. words, option.Name, "twelve"]);
                Assert.True(run.Code == ExitCode.Usage, $"{string.Join(' ', words)} {option.Name}: {run.Error}");
                Assert.DoesNotContain("fault of airs", run.Error, StringComparison.Ordinal);
                checkedOptions++;
            }
        }
        Assert.InRange(checkedOptions, 3, int.MaxValue);
    }

    private static bool IsNumber(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsPrimitive: true } plain && plain != typeof(bool)
        || (Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal);
}
