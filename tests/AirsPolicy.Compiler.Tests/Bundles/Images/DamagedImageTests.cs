using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Loading.Images;
using AirsPolicy.Runtime.Decisions.Json;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Compiler.Tests.Bundles.Images;

/// <summary>Assemblies with bytes that are not what they were.</summary>
public sealed class DamagedImageTests
{
    private static readonly byte[] s_image = [.. PolicyCompiler.Compile(TestPolicies.Wide()).Image];

    private static readonly byte[] s_bundle = BundleBuilder.Build(TestPolicies.Wide());

    private static readonly string s_before = Decide(Loaded(s_image)!);

    // What steers decisions stands there: instructions, where those of a method stand, and the texts that they
    // compare.
    private static readonly (int Start, int End)[] s_decides = [.. Bodies(), .. Places(), Texts()];

    private static readonly Arbitrary<(int At, byte Value)[]> s_anywhere = Damage(s_image.Length).ToArbitrary();

    [Fact]
    public void An_assembly_with_any_bytes_changed_is_refused_or_accepted_and_nothing_else_is_thrown() =>
        Prop.ForAll(s_anywhere, damage => IsAnswered(Damaged(damage))).Check(Laws.Config.WithMaxTest(3_000));

    [Fact]
    public void An_assembly_that_is_damaged_beside_its_instructions_is_refused_or_decides_as_before() =>
        Prop.ForAll(s_anywhere, damage =>
        {
            var beside = damage.Where(change => !s_decides.Any(range => change.At >= range.Start && change.At < range.End)).ToArray();
            return Loaded(Damaged(beside)) is not { } host || Decide(host) == s_before;
        }).Check(Laws.Config.WithMaxTest(500));

    [Fact]
    public void An_assembly_with_a_byte_of_its_instructions_changed_is_refused_or_only_decides()
    {
        var places = Bodies().SelectMany(body => Enumerable.Range(body.Item1, body.Item2 - body.Item1)).ToArray();
        var taken = 0;
        Prop.ForAll(Damage(places.Length).ToArbitrary(), damage =>
        {
            if (Loaded(Damaged([(places[damage[0].At], damage[0].Value)])) is not { } host)
                return true;
            taken++;
            return Decide(host).Length > 0;
        }).Check(Laws.Config.WithMaxTest(400));
        // Constants and numbers of slots change without harm; where all were refused nothing would be shown.
        Assert.InRange(taken, 10, 300);
    }

    [Fact]
    public void A_table_of_more_rows_than_there_are_bytes_is_refused()
    {
        var image = (byte[])s_image.Clone();
        using var file = new PEReader(new MemoryStream(image));
        // ECMA-335, II.24.2.6: the numbers of rows begin 24 bytes behind the head of the tables, which are the first stream.
        var metadata = file.PEHeaders.MetadataStartOffset;
        var tables = metadata + BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(metadata + 32));
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(tables + 24), 0x00FF_FFFF);

        HostileImage.Refused(image, "cannot be read");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_later_version_of_what_is_referred_to_is_refused(int assembly)
    {
        var image = (byte[])s_image.Clone();
        using var file = new PEReader(new MemoryStream(image));
        var reader = file.GetMetadataReader();
        var row =
            file.PEHeaders.MetadataStartOffset
            + reader.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + (assembly * reader.GetTableRowSize(TableIndex.AssemblyRef));
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(row), 99);

        HostileImage.Refused(image, "later than");
    }

    [Fact]
    public void A_type_that_stands_in_itself_is_refused()
    {
        var image = (byte[])s_image.Clone();
        using var file = new PEReader(new MemoryStream(image));
        var reader = file.GetMetadataReader();
        // The first column is the scope: 3 in its two lowest bits is a type reference.
        var row = file.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.TypeRef);
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(row), (1 << 2) | 3);

        HostileImage.Refused(image, "refers to the nested type");
    }

    [Fact]
    public void A_constructor_that_has_its_instructions_from_another_method_is_refused()
    {
        var image = (byte[])s_image.Clone();
        using var file = new PEReader(new MemoryStream(image));
        var reader = file.GetMetadataReader();
        var methods = reader.MethodDefinitions.Select(reader.GetMethodDefinition).ToList();
        var constructor = methods.FindIndex(method => reader.GetString(method.Name) == ".ctor");
        var row = file.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.MethodDef)
            + (constructor * reader.GetTableRowSize(TableIndex.MethodDef));
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(row), methods[0].RelativeVirtualAddress);

        HostileImage.Refused(image, "has a constructor that does something");
    }

    [Fact]
    public void Instructions_that_stand_across_others_are_refused()
    {
        var image = (byte[])s_image.Clone();
        using var file = new PEReader(new MemoryStream(image));
        var reader = file.GetMetadataReader();
        var row = file.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.MethodDef);
        var fat = reader.MethodDefinitions.Select(reader.GetMethodDefinition)
            .First(method => file.GetMethodBody(method.RelativeVirtualAddress).Size > 64);
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(row), fat.RelativeVirtualAddress + 16);

        HostileImage.Refused(image, "instructions");
    }

    private static bool IsAnswered(byte[] image)
    {
        try
        {
            ImageCheck.Check(image);
        }
        catch (InvalidDataException refusal)
        {
            return refusal.Message.StartsWith("The assembly of the bundle ", StringComparison.Ordinal);
        }
        return true;
    }

    private static PolicyHost? Loaded(byte[] image)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        return host.Load(HostileImage.InBundle(s_bundle, image)).Activated ? host : null;
    }

    private static string Decide(PolicyHost host) =>
        DecisionJson.ToText(host.Decide("input", Encoding.UTF8.GetBytes(TestPolicies.Facts)) with { Bundle = null });

    private static Gen<(int At, byte Value)[]> Damage(int length) =>
        from count in Gen.Choose(1, 4)
        from changes in Gen.Zip(Gen.Choose(0, length - 1), Gen.Choose(0, 255)).ArrayOf(count)
        select changes.Select(change => (change.Item1, (byte)change.Item2)).ToArray();

    private static byte[] Damaged((int At, byte Value)[] damage)
    {
        var image = (byte[])s_image.Clone();
        foreach (var (at, value) in damage)
            image[at] = value;
        return image;
    }

    private static IEnumerable<(int, int)> Bodies()
    {
        using var file = new PEReader(new MemoryStream(s_image));
        var (reader, section) = (file.GetMetadataReader(), file.PEHeaders.SectionHeaders[0]);
        foreach (var method in reader.MethodDefinitions.Select(reader.GetMethodDefinition))
        {
            var start = method.RelativeVirtualAddress - section.VirtualAddress + section.PointerToRawData;
            yield return (start, start + file.GetMethodBody(method.RelativeVirtualAddress).Size);
        }
    }

    private static IEnumerable<(int, int)> Places()
    {
        using var file = new PEReader(new MemoryStream(s_image));
        var reader = file.GetMetadataReader();
        var table = file.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.MethodDef);
        for (var row = 0; row < reader.MethodDefinitions.Count; row++)
        {
            var start = table + (row * reader.GetTableRowSize(TableIndex.MethodDef));
            yield return (start, start + sizeof(int));
        }
    }

    private static (int, int) Texts()
    {
        using var file = new PEReader(new MemoryStream(s_image));
        var start = file.PEHeaders.MetadataStartOffset + file.GetMetadataReader().GetHeapMetadataOffset(HeapIndex.UserString);
        return (start, start + file.GetMetadataReader().GetHeapSize(HeapIndex.UserString));
    }
}
