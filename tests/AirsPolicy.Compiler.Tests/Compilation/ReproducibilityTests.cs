using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AirsPolicy.Compiler.Compilation;
using AirsPolicy.Compiler.Tests.Models;

namespace AirsPolicy.Compiler.Tests.Compilation;

public sealed class ReproducibilityTests
{
    private static readonly CompiledProgram s_program = PolicyCompiler.Compile(TestPolicies.Wide());

    [Fact]
    public void Other_builds_of_the_references_give_the_same_bytes()
    {
        var changed = EmbeddedReferences.Images.Select(WithAnotherMvid).ToImmutableArray();
        var assembly = AssemblyCompiler.Compile(s_program.Code, changed);

        Assert.Equal(s_program.Image.ToArray(), assembly.Image.ToArray());
        Assert.Equal(s_program.Symbols.ToArray(), assembly.Symbols.ToArray());
    }

    [Fact]
    public void The_assembly_holds_no_debug_information_and_an_identity_made_of_its_own_bytes()
    {
        using var image = new PEReader(s_program.Image);
        using var other = new PEReader(PolicyCompiler.Compile(TestPolicies.Bounded(1m)).Image);

        Assert.Empty(image.ReadDebugDirectory());
        Assert.NotEqual(Guid.Empty, MvidOf(image));
        Assert.NotEqual(MvidOf(image), MvidOf(other));
    }

    [Fact]
    public void Another_culture_gives_the_same_bytes()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            var turkish = PolicyCompiler.Compile(TestPolicies.Wide());
            Assert.Equal(s_program.Image.ToArray(), turkish.Image.ToArray());
            Assert.Equal(s_program.Symbols.ToArray(), turkish.Symbols.ToArray());
            Assert.Equal(s_program.Code, turkish.Code);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Sequence_points_name_the_policy_and_the_pdb_holds_nothing_of_the_machine()
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage(s_program.Symbols);
        var reader = provider.GetMetadataReader();
        var named = reader.MethodDebugInformation
            .Select(reader.GetMethodDebugInformation)
            .SelectMany(method => method.GetSequencePoints())
            .Where(point => !point.IsHidden)
            .Select(point => reader.GetString(reader.GetDocument(point.Document).Name))
            .Distinct();

        Assert.Equal([Make.File], named);
        Assert.Empty(reader.CustomDebugInformation);
    }

    private static Guid MvidOf(PEReader image)
    {
        var reader = image.GetMetadataReader();
        return reader.GetGuid(reader.GetModuleDefinition().Mvid);
    }

    private static ImmutableArray<byte> WithAnotherMvid(ImmutableArray<byte> image)
    {
        using var pe = new PEReader(image);
        var reader = pe.GetMetadataReader();
        var mvid = reader.GetGuid(reader.GetModuleDefinition().Mvid).ToByteArray();
        var bytes = image.ToArray();
        var at = bytes.AsSpan().IndexOf(mvid);
        Assert.True(at > 0);
        Guid.Parse("11111111-2222-3333-4444-555555555555").TryWriteBytes(bytes.AsSpan(at));
        return [.. bytes];
    }
}
