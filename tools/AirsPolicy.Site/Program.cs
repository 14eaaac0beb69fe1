using AirsPolicy.Site;

if (args is not [var output])
{
    Console.Error.WriteLine("usage: AirsPolicy.Site FOLDER");
    return 2;
}

var root = new DirectoryInfo(Environment.CurrentDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "AirsPolicy.sln")))
    root = root.Parent;
if (root is null)
{
    Console.Error.WriteLine("The site is made of the repository: run this in a folder of it.");
    return 2;
}

var site = DocumentationSite.Read(root.FullName);
foreach (var problem in site.Problems)
    Console.Error.WriteLine(problem);
if (site.Problems.Length > 0)
    return 1;

foreach (var file in site.Files)
{
    var path = Path.Combine(output, file.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, file.Text);
}

foreach (var picture in site.Pictures)
{
    var path = Path.Combine(output, picture);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.Copy(Path.Combine(root.FullName, picture), path, overwrite: true);
}

Console.WriteLine($"{site.Files.Length} files. Open {Path.Combine(output, "index.html")}.");
return 0;
