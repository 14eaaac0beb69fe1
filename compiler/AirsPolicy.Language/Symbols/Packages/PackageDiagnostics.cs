using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>What can be wrong with a folder of policies before any of its text is looked at.</summary>
internal static class PackageDiagnostics
{
    public static readonly DiagnosticDescriptor Unreadable = new(
        "AIRS2900", DiagnosticSeverity.Error, "The file cannot be read",
        "This cannot be read: {0}.",
        """
        The file or folder was found, but reading it failed, so what it says is not known. A policy is never built from the files
        that happened to be readable: a missing control would be a silent pass.

        Give the account that runs `airs` the right to read it, or move it out of the folder.
        """);

    public static readonly DiagnosticDescriptor TooLarge = new(
        "AIRS2901", DiagnosticSeverity.Error, "The file is too large",
        "The file is larger than {0}, the most that a policy file may be.",
        """
        Files are read whole, so their size is bounded; time and memory of `airs` depend on nothing else.

        Split the policy into several files with the same header. Long lists of terms belong into a file of their own, which a
        detector names with `file "terms.txt"`.
        """);

    public static readonly DiagnosticDescriptor NotText = new(
        "AIRS2902", DiagnosticSeverity.Error, "The file is not UTF-8 text",
        "The file is not UTF-8 text: {0}. Save it as UTF-8.",
        """
        Policies are UTF-8. A file in another encoding would show one text to its author and mean another to the compiler, so nothing
        is guessed; neither is a binary file that only carries the ending `.airs`.

        Save the file as UTF-8 in the editor. A byte order mark is allowed and means nothing.
        """);

    public static readonly DiagnosticDescriptor TwoKinds = new(
        "AIRS2904", DiagnosticSeverity.Error, "One package is policy and library",
        "'{0}' is a {1} in this file and a {2} in another file of its folder; a package is one of the two.",
        """
        A `policy` is deployed and has one `system`; a `library` has none and only restricts. The files of a folder with one name are
        one package, so their headers agree.

        Write the same word in every header, or give the library a name of its own.
        """);

    public static readonly DiagnosticDescriptor TwoFolders = new(
        "AIRS2905", DiagnosticSeverity.Error, "Two folders hold one package",
        "'{0}' is also the name of the package in '{1}'; each package has a name of its own.",
        """
        A package is the files of one folder. Two folders with one name would leave open which of them `use` and `extends` mean.

        Rename one of them, or move its files into one folder.
        """);

    public static readonly DiagnosticDescriptor LeadsOutside = new(
        "AIRS2906", DiagnosticSeverity.Error, "The link leads outside",
        "The file is a link that leads out of the folder; put a copy here.",
        """
        What a package holds is decided by its folder alone, so that the same folder gives the same bundle on any machine. Links
        inside the folder are followed, links out of it are not.
        """);

    public static readonly DiagnosticDescriptor OtherEnding = new(
        "AIRS2908", DiagnosticSeverity.Error, "The ending is not that of policies",
        "The file ends in '{0}' and is not read; rename it so that it ends in '.airs'.",
        """
        Policies are the files that end in `.airs`, in small letters on every platform. A file that almost does is most likely meant
        to be one, and a control that is left out without a word would be a silent pass.

        Rename the file, or move it out of the folder where it is not meant to be read.
        """);

    public static readonly DiagnosticDescriptor NotTakenIn = new(
        "AIRS2909", DiagnosticSeverity.Notice, "A library that no policy takes in",
        "No policy here takes in the library '{0}', so that its controls hold nowhere; write 'use {0}' in '{1}', or move the library " +
        "elsewhere.",
        """
        A library that lies in the folder of a policy is most likely meant for it. It is read and checked, but its controls hold only in policies that
        name it behind `use` or `extends`, or that take in another library which does.

        Write the `use`, or move the library out of the folder of the policy. This is a notice and fails no build.
        """);

    public static readonly DiagnosticDescriptor TooMuch = new(
        "AIRS2907", DiagnosticSeverity.Error, "The folder holds too much",
        "The folder holds more than {0}; name a folder that holds policies only.",
        """
        A folder of policies is searched whole, with all folders below it, and the search is bounded: by the number of files and
        folders, by how deep folders nest, and by how much text they hold.

        Name the folder that holds the policies instead of one far above it.
        """);
}
