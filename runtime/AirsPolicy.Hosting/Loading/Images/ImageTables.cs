using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>
/// Which tables of metadata a program has, and how many rows at most: no fields, generics, constructed or nested types, interfaces, native
/// methods, other files.
/// </summary>
internal static class ImageTables
{
    // More than there are to refer to; what they are is looked at one by one.
    private const int References = 1_024;

    private static readonly Dictionary<TableIndex, int> s_most = new()
    {
        [TableIndex.Module] = 1,
        [TableIndex.TypeRef] = References,
        [TableIndex.TypeDef] = 2,
        [TableIndex.MethodDef] = int.MaxValue,
        [TableIndex.Param] = int.MaxValue,
        [TableIndex.MemberRef] = References,
        [TableIndex.CustomAttribute] = References,
        [TableIndex.StandAloneSig] = int.MaxValue,
        [TableIndex.Assembly] = 1,
        [TableIndex.AssemblyRef] = References,
    };

    /// <exception cref="InvalidDataException">There is another table, or one has too many rows.</exception>
    public static void Check(MetadataReader reader)
    {
        foreach (var table in Enum.GetValues<TableIndex>())
        {
            var (rows, most) = (reader.GetTableRowCount(table), s_most.GetValueOrDefault(table));
            if (rows > most)
                throw ImageCheck.Refused(most == 0 ? $"has rows of {table}" : $"has {rows} rows of {table}, where {most} are known");
        }
        if (!reader.IsAssembly)
            throw ImageCheck.Refused("is a module without an assembly");
    }
}
