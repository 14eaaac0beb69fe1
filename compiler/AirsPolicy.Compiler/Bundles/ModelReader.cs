using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Compiler.Bundles;

/// <summary>Makes the records of a model from JSON, by the types of their parameters.</summary>
internal static class ModelReader
{
    private static readonly MethodInfo s_list = typeof(ModelReader).GetMethod(
        nameof(ListOf),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    public static PolicyModel Read(JsonElement json) => (PolicyModel)ReadRecord(json, typeof(PolicyModel));

    private static object? ReadValue(JsonElement json, Type type)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return null;
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (wanted == typeof(string))
            return json.GetString();
        if (wanted == typeof(bool))
            return json.GetBoolean();
        if (wanted == typeof(int))
            return json.GetInt32();
        if (wanted == typeof(long))
            return json.GetInt64();
        if (wanted.IsEnum)
            return Enum.Parse(wanted, json.GetString() ?? "");
        if (wanted == typeof(decimal))
            return DecimalOf(json);
        if (wanted.IsGenericType && wanted.GetGenericTypeDefinition() == typeof(ValueList<>))
            return s_list.MakeGenericMethod(wanted.GetGenericArguments()).Invoke(null, [json]);
        return ReadRecord(json, wanted);
    }

    private static ValueList<T> ListOf<T>(JsonElement json) =>
        json.EnumerateArray().Select(item => (T)ReadValue(item, typeof(T))!).ToValueList();

    private static object ReadRecord(JsonElement json, Type wanted)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var node = json.GetProperty("node").GetString() ?? "";
        var type = ModelRecords.Find(node);
        if (type is null || !type.IsAssignableTo(wanted))
            throw new FormatException($"'{node}' is no {wanted.Name}.");
        var members = ModelRecords.Members(type);
        var values = members.Select(member => Member(json, member)).ToArray();
        for (var i = 0; i < members.Length; i++)
        {
            // Constants are of the type that their shape says.
            if (members[i].Parameter.ParameterType == typeof(object))
                values[i] = Constant(json.GetProperty(NameOf(members[i])), values.OfType<Shape>().First());
            else if (members[i].Parameter.ParameterType == typeof(ValueList<object?>))
                values[i] = Constants(json.GetProperty(NameOf(members[i])), values.OfType<Shape>().First());
        }
        var read = ModelRecords.Constructor(type).Invoke(values);
        return read is Shape shape && json.TryGetProperty(ModelJson.ConstraintName, out var constraint)
            ? shape with { Constraint = (SchemaConstraint)ReadRecord(constraint, typeof(SchemaConstraint)) }
            : read;
    }

    private static object? Member(JsonElement json, ModelMember member)
    {
        if (member.Parameter.ParameterType == typeof(object) || member.Parameter.ParameterType == typeof(ValueList<object?>))
            return null;
        var value = json.TryGetProperty(NameOf(member), out var part) ? ReadValue(part, member.Parameter.ParameterType) : null;
        return value is not null || IsOptional(member)
            ? value
            : throw new FormatException($"'{member.Property.DeclaringType!.Name}' has no '{NameOf(member)}'.");
    }

    private static bool IsOptional(ModelMember member) =>
        Nullable.GetUnderlyingType(member.Parameter.ParameterType) is not null
        || new NullabilityInfoContext().Create(member.Parameter).WriteState == NullabilityState.Nullable;

    private static ValueList<object?> Constants(JsonElement json, Shape shape) =>
        json.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? null : Constant(item, shape)).ToValueList();

    private static object Constant(JsonElement json, Shape shape) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => json.GetInt64(),
        _ when shape is DecimalShape or MoneyShape => DecimalOf(json),
        _ => json.GetString() ?? throw new FormatException("A constant has no value."),
    };

    private static decimal DecimalOf(JsonElement json) =>
        decimal.Parse(json.GetString() ?? "", NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string NameOf(ModelMember member) => JsonNamingPolicy.CamelCase.ConvertName(member.Property.Name);
}
