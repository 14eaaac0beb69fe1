using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary>The keywords that compare and divide numbers.</summary>
internal static class NumberTests
{
    public static TestKeyword Minimum(KeywordSource source) => Compare(source, sign => sign >= 0, "is a number below the minimum");

    public static TestKeyword Maximum(KeywordSource source) => Compare(source, sign => sign <= 0, "is a number above the maximum");

    public static TestKeyword ExclusiveMinimum(KeywordSource source) =>
        Compare(source, sign => sign > 0, "is a number that is not above the minimum");

    public static TestKeyword ExclusiveMaximum(KeywordSource source) =>
        Compare(source, sign => sign < 0, "is a number that is not below the maximum");

    public static TestKeyword MultipleOf(KeywordSource source)
    {
        var divisor = source.Number;
        if (divisor.Coefficient.Sign <= 0)
            source.Needs("a number above zero", 0);
        return new TestKeyword(source, JsonKind.Number, value => value.Number.IsMultipleOf(divisor), "is a number that is no multiple");
    }

    private static TestKeyword Compare(KeywordSource source, Func<int, bool> fits, string problem)
    {
        var bound = source.Number;
        return new TestKeyword(source, JsonKind.Number, value => fits(value.Number.CompareTo(bound)), problem);
    }
}
