import AutogenCLI

await AutogenCommandLine.main()
