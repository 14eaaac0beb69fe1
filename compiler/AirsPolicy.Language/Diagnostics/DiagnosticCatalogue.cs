using System.Collections.Immutable;
using System.Reflection;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>Every descriptor of the language, found by reflection: for the docs and for tests, never for compiling.</summary>
internal static class DiagnosticCatalogue
{
    /// <summary>The descriptors that stand in static readonly fields of this assembly, ordered by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. typeof(DiagnosticCatalogue).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal),
    ];
}
