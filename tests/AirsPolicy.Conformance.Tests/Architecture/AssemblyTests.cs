using System.Reflection;
using AirsPolicy.Extensions.AI;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Text;

namespace AirsPolicy.Conformance.Tests.Architecture;

public class AssemblyTests
{
    [Fact]
    public void The_text_engine_references_only_the_base_class_library() =>
        Assert.All(
            typeof(TextSpan).Assembly.GetReferencedAssemblies(),
            reference =>
                Assert.True(
                    reference.Name!.StartsWith("System.", StringComparison.Ordinal)
                        && !reference.Name.StartsWith("System.Text.Json", StringComparison.Ordinal),
                    reference.Name));

    [Fact]
    public void The_runtime_references_only_the_text_engine_and_the_base_class_library() =>
        Assert.Equal(
            [
                "AirsPolicy.Text",
                "System.Collections",
                "System.Collections.Immutable",
                "System.Linq",
                "System.Memory",
                "System.Runtime",
                "System.Runtime.InteropServices",
                "System.Runtime.Intrinsics",
                "System.Runtime.Numerics",
                "System.Security.Cryptography",
                "System.Text.Encoding.Extensions",
                "System.Text.Encodings.Web",
                "System.Text.Json",
                "System.Threading",
            ],
            typeof(FactFrame).Assembly.GetReferencedAssemblies().Select(reference => reference.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_language_references_the_runtime_the_text_engine_and_the_base_class_library() =>
        Assert.All(
            typeof(PolicyModel).Assembly.GetReferencedAssemblies(),
            reference =>
                Assert.True(
                    reference.Name!.StartsWith("System.", StringComparison.Ordinal)
                        || reference.Name is "System" or "AirsPolicy.Runtime" or "AirsPolicy.Text",
                    reference.Name));

    [Theory]
    [InlineData(typeof(TextSpan))]
    [InlineData(typeof(FactFrame))]
    [InlineData(typeof(PolicyHost))]
    [InlineData(typeof(ChatPolicy))]
    public void What_an_application_takes_is_analysed_for_native_code(Type type) =>
        Assert.Contains(
            type.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(),
            metadata => metadata is { Key: "IsAotCompatible", Value: "True" });

    [Fact]
    public void Records_of_the_model_are_sealed_or_abstract_and_have_no_setters() =>
        Assert.All(Records("AirsPolicy.Language.Model"), CheckRecord);

    [Fact]
    public void Syntax_nodes_are_sealed_or_abstract_and_have_no_setters() =>
        Assert.All(Records("AirsPolicy.Language.Syntax").Where(type => typeof(SyntaxElement).IsAssignableFrom(type)), CheckRecord);

    private static IEnumerable<Type> Records(string prefix) =>
        typeof(PolicyModel).Assembly.GetTypes()
            .Where(type => type.Namespace is { } name && (name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal)))
            .Where(type => type.IsClass && type.GetMethod("<Clone>$") is not null);

    private static void CheckRecord(Type type)
    {
        Assert.True(type.IsSealed || type.IsAbstract, $"{type.Name} is neither sealed nor abstract.");
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var setter = property.SetMethod;
            var init = setter is null || setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");
            Assert.True(init, $"{type.Name}.{property.Name} can be set after construction.");
        }
    }
}
