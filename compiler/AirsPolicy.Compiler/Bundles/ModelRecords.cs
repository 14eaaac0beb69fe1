using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Compiler.Bundles;

/// <summary>The records that a policy model is made of, and their members.</summary>
internal static class ModelRecords
{
    private static readonly ConcurrentDictionary<Type, ModelMember[]> s_members = new();

    // What judges are shown and held to, rows of data, and why the language refuses by itself: they lie among what facts and decisions are.
    private static readonly Type[] s_others =
        [typeof(JudgedCase), typeof(CalibrationBars), typeof(DataTable), typeof(DataColumn), typeof(Refusal)];

    private static readonly FrozenDictionary<string, Type> s_types = new[]
    {
        typeof(PolicyModel),
        typeof(Shape),
        typeof(DetectorDefinition),
    }
        .SelectMany(type => type.Assembly.GetTypes())
        .Where(type =>
            type is { IsAbstract: false, IsGenericType: false, IsPublic: true, Namespace: { } stage }
            && (IsOfModels(stage) || s_others.Contains(type)))
        .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The parameters of the primary constructor of a record, in order, each with its property.</summary>
    public static ModelMember[] Members(Type type) => s_members.GetOrAdd(type, MembersOf);

    /// <summary>The record of a name, or null.</summary>
    public static Type? Find(string name) => s_types.GetValueOrDefault(name);

    /// <summary>The primary constructor; a copy constructor is not public.</summary>
    public static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type.Name} is no record of the model.");

    private static ModelMember[] MembersOf(Type type) =>
        [.. Constructor(type).GetParameters().Select(parameter => new ModelMember(parameter, type.GetProperty(parameter.Name!)!))];

    private static bool IsOfModels(string stage) =>
        stage.StartsWith("AirsPolicy.Language.Model", StringComparison.Ordinal)
        || stage
            is "AirsPolicy.Runtime.Facts.Shapes"
                or "AirsPolicy.Runtime.Facts.Layout"
                or "AirsPolicy.Runtime.Decisions.Effects"
                or "AirsPolicy.Text.Detectors"
                or "AirsPolicy.Runtime.Runs"
                or "AirsPolicy.Runtime.Audits";
}

/// <summary>A member of a record.</summary>
internal readonly record struct ModelMember(ParameterInfo Parameter, PropertyInfo Property);
