namespace AirsPolicy.Conformance.Tests.Architecture;

public class TypeUsesTests
{
    private static readonly IReadOnlyCollection<TypeUse> s_uses = TypeUses.Of(typeof(TypeUsesTests).Assembly.Location);

    [Theory]
    [InlineData(nameof(UserByBase))]
    [InlineData(nameof(UserByField))]
    [InlineData(nameof(UserByGenericArgument))]
    [InlineData(nameof(UserByConstraint))]
    [InlineData(nameof(UserByAttribute))]
    [InlineData(nameof(UserBySignature))]
    [InlineData(nameof(UserByBody))]
    [InlineData(nameof(UserBehindSwitch))]
    [InlineData(nameof(UserInNestedType))]
    public void A_type_that_code_names_in_any_way_is_used(string user) =>
        Assert.Contains(
            s_uses,
            use => use.User.EndsWith("." + user, StringComparison.Ordinal) && use.Used.EndsWith(".Used", StringComparison.Ordinal));

    [Fact]
    public void No_type_uses_itself_or_one_of_another_product()
    {
        Assert.DoesNotContain(s_uses, use => use.User == use.Used);
        Assert.DoesNotContain(s_uses, use => use.Used.StartsWith("System.", StringComparison.Ordinal));
    }
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class UsesAttribute<T> : Attribute;

internal class Used
{
    public static string Name() => "used";
}

internal sealed class UserByBase : Used;

internal sealed class UserByField
{
    private Used? _field;

    public bool HasHad() => _field is not null || (_field = null) is null;
}

internal sealed class UserByGenericArgument
{
    private List<Dictionary<string, Used[]>>? _field;

    public bool HasHad() => _field is not null || (_field = null) is null;
}

internal sealed class UserByConstraint
{
    public static string Of<T>(T value)
        where T : Used => $"{value}";
}

[Uses<Used>]
internal sealed class UserByAttribute;

internal sealed class UserBySignature
{
    public static string Of(Used? value) => $"{value}";
}

internal sealed class UserByBody
{
    public static object Name() => Used.Name();
}

// The targets of a switch stand between its instruction and the next one.
internal sealed class UserBehindSwitch
{
    public static object Name(int of) =>
        of switch
        {
            0 => "a",
            1 => "b",
            2 => "c",
            3 => "d",
            4 => "e",
            5 => "f",
            6 => "g",
            _ => Used.Name(),
        };
}

internal sealed class UserInNestedType
{
    internal sealed class Nested : Used;
}
