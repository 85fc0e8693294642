import ArgumentParser
import Web
print("goldthread")
