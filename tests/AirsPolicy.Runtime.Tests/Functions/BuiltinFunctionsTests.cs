using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Functions;

namespace AirsPolicy.Runtime.Tests.Functions;

public class BuiltinFunctionsTests
{
    private static readonly RecordShape s_record = new([
        new("id", "id", TextShape.Instance, true),
        new("wait", "wait", DurationShape.Instance, true),
        new("cost", "cost", new MoneyShape("GBP"), true),
        new("risk", "risk", ShareShape.Instance, true),
        new("tier", "tier", new EnumShape(["low", "high"], true), true),
        new("at", "at", DateShape.Instance, true),
        new("ok", "ok", BoolShape.Instance, true),
        new("raw", "raw", AnyShape.Instance, true),
        new("list", "list", new ListShape(IntShape.Instance), true),
    ]);

    private static Shape ShapeOf(BuiltinKind kind) => kind switch
    {
        BuiltinKind.Text => TextShape.Instance,
        BuiltinKind.List => new ListShape(TextShape.Instance),
        BuiltinKind.Record => s_record,
        BuiltinKind.Date => DateShape.Instance,
        _ => AnyShape.Instance,
    };

    public static TheoryData<string> Ids => [.. BuiltinFunctions.All.Select(f => f.Id)];

    private static string CasesPath(string id) =>
        Path.Combine(Path.GetDirectoryName(typeof(BuiltinFunctionsTests).Assembly.Location)!, "Functions", "cases", id + ".txt");

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_function_gives_what_its_cases_say(string id)
    {
        var function = BuiltinFunctions.Find(id)!;
        var cases = File.ReadAllLines(CasesPath(id));
        Assert.NotEmpty(cases);
        foreach (var line in cases)
        {
            var (input, expected) = (
                line[..line.IndexOf(" -> ", StringComparison.Ordinal)],
                line[(line.IndexOf(" -> ", StringComparison.Ordinal) + 4)..]);
            Assert.Equal($"{input} -> {Expected(expected)}", $"{input} -> {Call(function, input)}");
        }
    }

    [Fact]
    public void Every_cases_file_belongs_to_a_function() =>
        Assert.Equal(
            BuiltinFunctions.All.Select(f => f.Id),
            Directory
                .GetFiles(Path.GetDirectoryName(CasesPath("x"))!)
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_attribute_is_found_and_says_what_the_function_means()
    {
        var marked = typeof(BuiltinFunctions)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<BuiltinFunctionAttribute>() is not null);
        Assert.Equal(marked.Count(), BuiltinFunctions.All.Count);
        Assert.All(BuiltinFunctions.All, f => Assert.EndsWith(".", f.Summary, StringComparison.Ordinal));
        Assert.Equal(BuiltinFunctions.All.Count, BuiltinFunctions.All.Select(f => f.Id).Distinct().Count());
    }

    // Counting scalars searches by a generic of the base library that boxes until it is compiled again, when other tests leave it time.
    public static TheoryData<string> MeasuredIds => [.. BuiltinFunctions.All.Select(f => f.Id).Where(id => id != "length")];

    [Theory]
    [MemberData(nameof(MeasuredIds))]
    public void After_a_warm_up_a_function_allocates_nothing(string id)
    {
        var function = BuiltinFunctions.Find(id)!;
        var call = Prepare(function, File.ReadAllLines(CasesPath(id))[^1].Split(" -> ")[0]).Call;
        Assert.Equal(0, Allocated.Least(() => call()));
    }

    // What a function is compared with stands behind a stroke.
    private static (FactFrame Frame, Func<long> Call) Prepare(BuiltinFunction function, string arguments)
    {
        var (parameter, with) = (ShapeOf(function.Parameter), ShapeOf(function.With));
        var jsons = function.With == BuiltinKind.None ? [arguments, "null"] : arguments.Split(" | ");
        var record = new RecordShape([new("x", "x", parameter), new("y", "y", with, Optional: true)]);
        var frame = new FactFrame();
        Assert.Null(
            new FactReader().Read(
                CompiledLayout.Of(new PointLayout("output", record, [], [])),
                Encoding.UTF8.GetBytes($$"""{"x": {{jsons[0]}}, "y": {{jsons[1]}}}"""),
                frame));
        var (first, second) = (SlotLayout.Offset(record, "x"), SlotLayout.Offset(record, "y"));
        var argument = function.Parameter == BuiltinKind.Record ? first : frame.Long(first);
        if (function.With == BuiltinKind.None)
        {
            var shape = CompiledShape.Of(parameter);
            return (frame, () => function.Call(frame, argument, shape));
        }
        var (compared, its) = (frame.Long(second), CompiledShape.Of(with));
        return (frame, () => function.Call(frame, argument, compared, its));
    }

    private static string Call(BuiltinFunction function, string json)
    {
        var (frame, call) = Prepare(function, json);
        var result = call();
        return function.Result == BuiltinKind.Text ? frame.Chars(result).ToString() : result.ToString(CultureInfo.InvariantCulture);
    }

    private static string Expected(string written) => written.StartsWith("sha256 ", StringComparison.Ordinal)
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written["sha256 ".Length..])))
        : written;
}
