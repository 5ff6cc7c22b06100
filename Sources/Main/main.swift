print("autogen")
