using AirsPolicy.Runtime.Delegation;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Delegation;

/// <summary>Random scopes whose parts of one name are mostly, not always, of one kind.</summary>
internal static class RandomScopes
{
    public static Gen<Scope> Scope { get; } =
        from tools in Optional("tools", Set) from data in Optional("data", Gen.Frequency((9, Set), (1, Number)))
        from calls in Optional("calls", Number) from time in Optional("time", Duration) from amount in Optional("amount", Money)
        select new Scope(new[] { tools, data, calls, time, amount }.OfType<ScopePart>());

    public static Arbitrary<Scope[]> Chains { get; } =
        (from count in Gen.Choose(2, 6) from scopes in Gen.ArrayOf(Scope, count) select scopes).ToArbitrary();

    private static Gen<ScopeValue> Set =>
        Gen.SubListOf(new[] { "read", "search", "write", "pay" }).Select(names => (ScopeValue)new ScopeSet(names));

    private static Gen<ScopeValue> Number => Gen.Choose(-5, 50).Select(tenths => (ScopeValue)new ScopeNumber(tenths / 10m));

    private static Gen<ScopeValue> Duration =>
        Gen.Choose(0, 5).Select(minutes => (ScopeValue)new ScopeDuration(TimeSpan.FromMinutes(minutes)));

    private static Gen<ScopeValue> Money =>
        from pence in Gen.Choose(0, 500) from currency in Gen.Frequency((19, Gen.Constant("GBP")), (1, Gen.Constant("USD")))
        select (ScopeValue)new ScopeMoney(pence / 100m, currency);

    private static Gen<ScopePart?> Optional(string name, Gen<ScopeValue> value) =>
        Gen.Frequency((1, Gen.Constant((ScopePart?)null)), (2, value.Select(found => (ScopePart?)new ScopePart(name, found))));
}
