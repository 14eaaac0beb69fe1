using AirsPolicy.Cli.Filtering;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Cli.Tests.Filtering;

/// <summary>Random filters on parcels, and random parcels, which often have the values that filters ask for.</summary>
internal static class FilterDraw
{
    private static readonly Gen<string> s_text = Gen.Elements("", "a", "ab", "b", "\"", "\\", "\n", "é", "\u202E", "😀", "2h", "x y");
    private static readonly Gen<decimal> s_number = Gen.Elements(0m, 1m, -1m, 2.5m, 12345678901234567890m, 0.0000001m);
    private static readonly Gen<long> s_instant = Gen.Elements(0L, 1, 638_000_000_000_000_000, 638_000_000_000_000_001);
    private static readonly Gen<long> s_duration =
        Gen.Elements(0L, TimeSpan.TicksPerHour, 90 * TimeSpan.TicksPerMinute, long.MaxValue / 10_000 * 10_000);

    private static readonly Gen<Filter> s_leaf = Gen.OneOf(
        Of("name", Gen.OneOf(s_text.Select(text => (FilterValue)new TextValue(text))), 0, 1, 6, 7, 8),
        Of("marks", s_text.Select(text => (FilterValue)new TextValue(text)), 6),
        Of("weight", s_number.Select(number => (FilterValue)new NumberValue(number)), 0, 1, 2, 3, 4, 5),
        Of("sent", s_instant.Select(ticks => (FilterValue)new InstantValue(ticks)), 0, 1, 2, 3, 4, 5),
        Of("sent", s_duration.Select(ticks => (FilterValue)new NowValue(-ticks)), 2, 5),
        Of("travelled", s_duration.Select(ticks => (FilterValue)new DurationValue(ticks)), 0, 1, 2, 3, 4, 5),
        Of("fragile", Gen.Elements(true, false).Select(truth => (FilterValue)new BoolValue(truth)), 0, 1),
        Of("size", Gen.Elements("small", "middle", "large").Select(word => (FilterValue)new WordValue(word)), 0, 1, 2, 3, 4, 5),
        Of("content", Gen.OneOf(
            s_text.Select(text => (FilterValue)new TextValue(text)),
            s_number.Select(number => (FilterValue)new NumberValue(number)),
            Gen.Constant((FilterValue)new DurationValue(2 * TimeSpan.TicksPerHour)),
            Gen.Constant((FilterValue)new BoolValue(true))), 0, 1),
        Gen.Elements("name", "marks", "weight", "size", "content").SelectMany(Path).Select(path => (Filter)new AbsentFilter(path)));

    public static Arbitrary<Filter> Filters { get; } = Gen.Sized(size => Filter(Math.Min(size, 6))).ToArbitrary();

    public static Arbitrary<Parcel> Parcels { get; } = (
        from name in s_text.OrNull()
        from marks in s_text.ListOf()
        from weight in OrNothing(s_number)
        from sent in OrNothing(s_instant)
        from travelled in OrNothing(s_duration)
        from fragile in Gen.Elements<bool?>(true, false, null)
        from size in Gen.Elements("small", "middle", "large", "later", null)
        from content in Gen.Elements(
            "{}", "[]", "null", """{"a":"a","b":{"a b":1}}""", """{"a":"2h","b":{"a b":true}}""", """{"a":7200,"b":3}""",
            """{"a":["a","b",1],"b":{"a b":null}}""", """{"a":"\ud800","b":{"a b":1e400}}""")
        select new Parcel(name, [.. marks], weight, sent, travelled, fragile, size, content)).ToArbitrary();

    private static Gen<T?> OrNothing<T>(Gen<T> values)
        where T : struct => Gen.OneOf(values.Select(value => (T?)value), Gen.Constant<T?>(null));

    private static Gen<Filter> Filter(int depth) => depth == 0 ? s_leaf : Gen.OneOf(
        s_leaf,
        Filter(depth - 1).Select(inner => (Filter)new NotFilter(inner)),
        Pair(depth - 1, (left, right) => new AndFilter(left, right)),
        Pair(depth - 1, (left, right) => new OrFilter(left, right)));

    private static Gen<Filter> Pair(int depth, Func<Filter, Filter, Filter> both) =>
        from left in Filter(depth / 2)
        from right in Filter(depth / 2)
        select both(left, right);

    private static Gen<Filter> Of(string field, Gen<FilterValue> values, params int[] relations) =>
        from path in Path(field)
        from relation in Gen.Elements(relations)
        from value in values
        select (Filter)new ComparisonFilter(path, (FilterRelation)relation, value);

    private static Gen<FilterPath> Path(string name)
    {
        var field = Parcel.Schema.Find(name)!;
        return field.Type == FilterType.Open
            ? Gen.Elements(new FilterPath(field, ["a"]), new FilterPath(field, ["b", "a b"]), new FilterPath(field, ["b"]))
            : Gen.Constant(new FilterPath(field, []));
    }
}
